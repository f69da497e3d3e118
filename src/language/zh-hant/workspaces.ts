/** Messages about installing the app in a workspace, in traditional Chinese. */
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
};
