/** Names of the record kinds in traditional Chinese. */
import type { RecordKindMessages } from "../en/record-kinds.ts";

export const traditionalRecordKinds: RecordKindMessages = {
  pledges: { name: "捐款承諾", plural: "捐款承諾", counted: (many) => `捐款承諾${many}項` },
  quotes: { name: "引語", plural: "引語", counted: (many) => `引語${many}則` },
  terms: { name: "術語", plural: "術語", counted: (many) => `術語${many}個` },
  events: { name: "事件", plural: "事件", counted: (many) => `事件${many}件` },
  people: { name: "人物", plural: "人物", counted: (many) => `人物${many}位` },
  organizations: { name: "機構", plural: "機構", counted: (many) => `機構${many}個` },
  facts: { name: "陳述", plural: "陳述", counted: (many) => `陳述${many}則` },
};
