/** Declares /compare: shows commitments side by side as stated, without converting, dividing or adding any. */
import type { Command } from "../../src/desk/command.ts";

export const compareCommand: Command = {
  name: "compare",
  localizedName: (messages) => messages.compare.name,
  summary: (messages) => messages.compare.summary,
  usedFor: (tools) => tools.compare,
  options: [
    {
      name: "donors",
      summary: (messages) => messages.compare.option,
      hint: (messages) => messages.compare.hint,
    },
  ],
  examples: [
    "/compare alibaba tencent",
    "/compare alibaba, tencent and qihoo 360",
    "/compare zhengzhou vs shanxi",
  ],
  load: () => import("./answer.ts"),
};
