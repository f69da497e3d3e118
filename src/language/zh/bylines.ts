/** How Chinese bylines are written, in both scripts. */
import type { BylineGrammar } from "../byline-grammar.ts";

export const chineseBylines: BylineGrammar = {
  introduction: String.raw`(?:作者|记者|記者|撰文|撰稿|文|编辑|編輯|责任编辑|責任編輯|来源|來源)\s*[:：/／丨|]\s*|(?:本报|本報|新华社|新華社)?(?:记者|記者)\s+|文\s*[/／]\s*`,
  separator: String.raw`\s*[、，；]\s*|(?<=\p{Script=Han})\s+(?=\p{Script=Han})`,
  role: "(?:本报|本報|特约|特約)?(?:记者|記者|编辑|編輯|小编|小編|评论员|評論員)|报道|報道",
  titleWord: "记者|記者",
  institution:
    "(?:社|[报報]|[网網]|[台臺]|[刊志誌]|部|局|[处處]|[会會]|院|所|中心|公司|集[团團]|大[学學]|学院|學院|[团團][队隊]|[编編][辑輯]部|[频頻]道|日[报報]|[记記]者[团團])$",
  control: "分享|收藏|点赞|點讚|评论|評論|打印|列印|(?:缩小|放大|縮小|放大)字[体體]|阅读全文|閱讀全文",
};
