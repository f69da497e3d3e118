/** Messages about installing the app in a workspace, and about what it has of its own, in simplified Chinese. */
import type { englishWorkspaces } from "../en/workspaces.ts";

export const simplifiedWorkspaces: typeof englishWorkspaces = {
  installed: (name) => `Refdesk 已安装到 ${name}。在任一频道输入 /refdesk 即可开始。`,
  openSlack: "打开 Slack",
  cancelled: "没有安装：已在 Slack 中取消。",
  stale: "没有安装：此页面已打开过、已过期，或是在另一个浏览器中开始的。请重新开始。",
  failed: "没有安装：Slack 未能完成。请重新开始；若仍不成功，请告知此服务的管理者。",
  notAllowed: (id) => `没有安装：此服务只供其他工作区使用。服务的管理者可以允许 ${id} 使用。`,
  again: "重新开始",
  notInstalled: (url) => `此工作区尚未安装 Refdesk。可在此安装：${url}`,
  opening: "Refdesk 正在打开资料。请稍后再问。",
  away: "Refdesk 目前无法回答。请一分钟后再试。",
  settings: {
    summary: "此工作区或服务器自己的设置，供管理员使用",
    title: "设置",
    change: "更改",
    save: "保存",
    saved: "已保存。",
    labels: {
      answers: "用来回答的资料库",
      language: "回答的语言",
      visibility: "查到的内容给谁看",
      reviewers: "审核人",
      citations: "记录各频道引用过什么",
    },
    asDeployment: "与其他地方相同",
    answers: { own: "自己的", deployment: "大家共用的" },
    visibility: { channel: "频道里的所有人", asker: "只给提问的人" },
    citations: { yes: "是", no: "否" },
    nobody: "没有",
    reviewersHint: "由谁审核这里的推荐和反馈",
    notAdmin: {
      slack: "只有此工作区的拥有者和管理员可以查看和更改设置。",
      discord: "只有可以管理此服务器的人可以查看和更改设置。",
    },
    unknownStanding: "Slack 没有告诉 Refdesk 谁是这里的管理员。请在此工作区重新安装，安装时会请求这项权限。",
    noServer: "这里不是服务器，没有设置：由大家共用的资料库回答。",
    sameForAll: "这里没有设置：Refdesk 的管理者为所有人作了相同的设定。",
    noShelf: "找不到自己的资料库，因此什么都没有更改。请告知 Refdesk 的管理者。",
    refused: (label) => `${label}：不能这样设置，因此什么都没有更改。`,
  },
};
