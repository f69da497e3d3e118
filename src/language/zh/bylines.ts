/** How Chinese bylines are written, in both scripts. */
import type { BylineGrammar } from "../byline-grammar.ts";

export const chineseBylines: BylineGrammar = {
  introduction: String.raw`(?:作者|记者|記者|撰文|撰稿|文|编辑|編輯|责任编辑|責任編輯|来源|來源)\s*[:：/／丨|]\s*|(?:本报|本報|新华社|新華社)?(?:记者|記者)\s+|文\s*[/／]\s*`,
  separator: String.raw`\s*[、，；]\s*|(?<=\p{Script=Han})\s+(?=\p{Script=Han})`,
  role: "(?:本报|本報|特约|特約)?(?:记者|記者|编辑|編輯|小编|小編|评论员|評論員)|报道|報道",
  titleWord: "记者|記者",
  control: "分享|收藏|点赞|點讚|评论|評論|打印|列印|(?:缩小|放大|縮小|放大)字[体體]|阅读全文|閱讀全文",
};
