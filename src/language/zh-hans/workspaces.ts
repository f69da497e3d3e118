/** Messages about installing the app in a workspace, in simplified Chinese. */
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
};
