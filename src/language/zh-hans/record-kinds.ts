/** Names of the record kinds in simplified Chinese. */
import type { RecordKindMessages } from "../en/record-kinds.ts";

export const simplifiedRecordKinds: RecordKindMessages = {
  pledges: { name: "捐款承诺", plural: "捐款承诺", counted: (many) => `捐款承诺${many}项` },
  quotes: { name: "引语", plural: "引语", counted: (many) => `引语${many}条` },
  terms: { name: "术语", plural: "术语", counted: (many) => `术语${many}个` },
  events: { name: "事件", plural: "事件", counted: (many) => `事件${many}件` },
  people: { name: "人物", plural: "人物", counted: (many) => `人物${many}位` },
  organizations: { name: "机构", plural: "机构", counted: (many) => `机构${many}个` },
  facts: { name: "陈述", plural: "陈述", counted: (many) => `陈述${many}条` },
};
