/** Messages about installing the app in a workspace, and about what it has of its own, in traditional Chinese. */
import type { englishWorkspaces } from "../en/workspaces.ts";

export const traditionalWorkspaces: typeof englishWorkspaces = {
  installed: (name) => `Refdesk 已安裝到 ${name}。在任一頻道輸入 /refdesk 即可開始。`,
  openSlack: "開啟 Slack",
  cancelled: "沒有安裝：已在 Slack 中取消。",
  stale: "沒有安裝：此頁面已開啟過、已過期，或是在另一個瀏覽器中開始的。請重新開始。",
  failed: "沒有安裝：Slack 未能完成。請重新開始；若仍不成功，請告知此服務的管理者。",
  notAllowed: (id) => `沒有安裝：此服務只供其他工作區使用。服務的管理者可以允許 ${id} 使用。`,
  again: "重新開始",
  notInstalled: (url) => `此工作區尚未安裝 Refdesk。可在此安裝：${url}`,
  opening: "Refdesk 正在開啟資料。請稍後再問。",
  away: "Refdesk 目前無法回答。請一分鐘後再試。",
  settings: {
    summary: "此工作區或伺服器自己的設定，供管理員使用",
    title: "設定",
    change: "變更",
    save: "儲存",
    saved: "已儲存。",
    labels: {
      answers: "用來回答的資料庫",
      language: "回答的語言",
      visibility: "查到的內容給誰看",
      reviewers: "審核人",
      citations: "記錄各頻道引用過什麼",
    },
    asDeployment: "與其他地方相同",
    answers: { own: "自己的", deployment: "大家共用的" },
    visibility: { channel: "頻道裡的所有人", asker: "只給提問的人" },
    citations: { yes: "是", no: "否" },
    nobody: "沒有",
    reviewersHint: "由誰審核這裡的推薦和回報",
    notAdmin: {
      slack: "只有此工作區的擁有者和管理員可以檢視和變更設定。",
      discord: "只有可以管理此伺服器的人可以檢視和變更設定。",
    },
    unknownStanding: "Slack 沒有告訴 Refdesk 誰是這裡的管理員。請在此工作區重新安裝，安裝時會要求這項權限。",
    noServer: "這裡不是伺服器，沒有設定：由大家共用的資料庫回答。",
    sameForAll: "這裡沒有設定：Refdesk 的管理者為所有人作了相同的設定。",
    noShelf: "找不到自己的資料庫，因此什麼都沒有變更。請告知 Refdesk 的管理者。",
    refused: (label) => `${label}：不能這樣設定，因此什麼都沒有變更。`,
  },
};
