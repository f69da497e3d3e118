/**
 * Questions in words as people write them in a conversation: `what did xi say about poverty?` is
 * `/quote xi about:poverty`. What is no line and fits no pattern is not guessed at.
 */
import { createAsk, normalizeLine, type ParsedAsk, printAsk } from "./ask.ts";

/** What a pattern's groups mean: the command's first option, and what the option named here is. */
interface Pattern {
  readonly form: RegExp;
  readonly command: string;
  readonly second?: "about" | "style";
}

const GIVE = "(?:pledge|give|donate|promise|commit|contribute|offer|put up)";
const GAVE = "(?:pledged|gave|given|donated|promised|committed|contributed|offered)";
const OF = "(?:about|on|of|regarding|concerning)";
const IS = "(?:['’](?:s|re)| is| are| was| were)";
/** You, we, they: whoever is meant is not said. */
const NOBODY = "(?:[你您妳我他她它牠这這那](?:们|們)?)";

/** The first that fits is taken, so the fuller form stands before the shorter. */
const PATTERNS: readonly Pattern[] = [
  {
    command: "quote",
    second: "about",
    form: RegExp(`^what (?:did|does|do|has|have) (.+?) (?:say|said) ${OF} (.+)$`),
  },
  { command: "quote", form: /^what (?:did|does|do|has|have) (.+?) (?:say|said)$/ },
  { command: "quote", second: "about", form: RegExp(`^quot(?:es|ations?) (?:by|from|of) (.+?) ${OF} (.+)$`) },
  { command: "quote", form: /^quot(?:es|ations?) (?:by|from|of|about|on) (.+)$/ },
  { command: "quote", form: /^who (?:has )?(?:said|says|spoke (?:of|about)|talked about|mentioned) (.+)$/ },
  { command: "compare", form: /^how (?:do|does|did) (.+? compare(?:d? (?:to|with) .+)?)$/ },
  {
    command: "compare",
    form: RegExp(
      `^who (?:has |have )?(?:${GIVE}|${GAVE}) (?:the )?(?:more|most|less|least)[:,]? (.+? or .+)$`,
    ),
  },
  { command: "compare", form: /^(.+? (?:vs\.?|versus) .+)$/ },
  {
    command: "timeline",
    form: /^what(?:['’]s| has| have)? happened(?: (?:in|on|during|to|with|at|around))? (.+)$/,
  },
  {
    command: "timeline",
    form: /^when (?:did|was|were) (?:the )?(.+?)(?: (?:happen|take place|begin|start|held|introduced|announced))?$/,
  },
  { command: "timeline", form: /^(?:the )?(?:timeline|chronology) (?:of|for) (.+)$/ },
  {
    command: "pledge",
    form: RegExp(`^(?:how much|what)(?: money)? (?:did|does|do|has|have) (.+?) (?:${GIVE}|${GAVE})(?: .+)?$`),
  },
  {
    command: "pledge",
    form: RegExp(`^who (?:has |have )?${GAVE}(?: money| funds| anything)?(?: (?:to|for|towards?))? (.+)$`),
  },
  { command: "pledge", form: /^(?:pledges|donations|commitments) (?:by|of|from|to|for) (.+)$/ },
  { command: "cite", form: /^how (?:do|does|can|could|should|would) (?:i|you|we|one) cite (.+)$/ },
  {
    command: "cite",
    form: /^(?:what(?:['’]s| is) )?(?:the |an? )?(?:citations?|references?) (?:for|of|to) (.+)$/,
  },
  { command: "cite", form: /^((?:bibtex|ris|csl|apa|mla|chicago|harvard|vancouver|gb\/?t) (?:for|of) .+)$/ },
  { command: "who", form: RegExp(`^who${IS} (?:the )?(.+)$`) },
  {
    command: "define",
    form: /^what (?:does|do|did|is|are) (?:the (?:term|word|phrase) )?(.+?) (?:mean|meant)(?: by .+)?$/,
  },
  { command: "define", form: /^(?:what(?:['’]s| is| are) )?(?:the )?(?:meaning|definition) of (.+)$/ },
  { command: "define", form: /^what(?:['’]s| is| are| was) (?:(?:an?|the) )?(.+)$/ },
  {
    command: "quote",
    second: "about",
    form: /^(.+?)(?:对|對|关于|關於|就|谈|談)(.+?)(?:说|說)(?:过|過|了)?(?:什么|什麼|甚麼)$/,
  },
  { command: "quote", form: /^(.+?)(?:说|說)(?:过|過|了)?(?:什么|什麼|甚麼)$/ },
  { command: "compare", form: /^(?:比较|比較|对比|對比)(?:一下)?(.+)$/ },
  { command: "compare", form: /^(.+?)(?:相比|对比|對比)(?:如何|怎么样|怎麼樣|怎樣)?$/ },
  {
    command: "compare",
    form: /^(.+?)[，,]?(?:谁|誰|哪个|哪個|哪家)(?:承诺|承諾|认捐|認捐|捐赠|捐贈|捐)(?:得|了)?(?:更)?[多少]$/,
  },
  { command: "timeline", form: /^(.+?)的?(?:时间线|時間線|时间轴|時間軸|大事记|大事記)$/ },
  { command: "timeline", form: /^(.+?)(?:发生|發生)(?:了|过|過)?(?:什么|什麼|甚麼)(?:事|事情)?$/ },
  {
    command: "timeline",
    form: /^(.+?)是?(?:在)?(?:什么时候|什麼時候|何时|何時|哪一?年)(?:发生|發生|举行|舉行|开始|開始|提出)?的?$/,
  },
  {
    command: "pledge",
    form: /^(.+?)(?:承诺|承諾|认捐|認捐|捐赠|捐贈|捐)(?:了|出|出了|过|過)?(?:多少|什么|什麼).*$/,
  },
  { command: "pledge", form: /^(?:谁|誰)(?:向|为|為|给|給)(.+?)(?:承诺|承諾|认捐|認捐|捐).*$/ },
  { command: "who", form: RegExp(`^(?:谁|誰)是(?!${NOBODY}$)(.+)$`) },
  { command: "who", form: RegExp(`^(?!${NOBODY}是)(.+?)是(?:谁|誰|何人)$`) },
  {
    command: "cite",
    second: "style",
    form: /^(?=用.+?引用(.+)$)用(.+?)(?:格式|样式|樣式)?(?:来|來)?引用/,
  },
  { command: "cite", form: /^(?:怎么|怎麼|如何|怎样|怎樣)?引用(.+)$/ },
  { command: "cite", form: /^(.+?)的?(?:引用格式|引文|参考文献|參考文獻)$/ },
  { command: "define", form: /^(?:什么|什麼|甚麼)是(.+)$/ },
  { command: "define", form: /^(.+?)(?:是(?:什么|什麼|甚麼)(?:意思)?|(?:什么|什麼|甚麼)意思)$/ },
].map(({ form, ...rest }) => ({ ...rest, form: new RegExp(form.source, "iu") }) as Pattern);

/** What is said around a question and asks nothing. */
const AROUND =
  /^(?:(?:please|hi|hey|hello|ok|so|and)[ ,!]+|(?:can|could|would) you (?:please )?(?:tell (?:me|us) |say )?|tell (?:me|us) |请问|請問|请|請)+/iu;

/** A command's name that also begins questions to other commands: “who gave to zhengzhou?” */
const ALSO_A_QUESTION = /^who\b/i;

/** Asked of nobody whom a source could name. */
const SMALL_TALK = RegExp(`^who${IS} (?:you|i|we|he|she|it|they|this|that|there|here)\\b`, "i");

/** Any other question is looked for in what the sources say, unless it is asked of someone who is there. */
const QUESTION =
  /^(?:who|whose|what|when|where|why|how|which|is|are|was|were|did|does|has|have)\b.+|谁|誰|什么|什麼|甚麼|多少|为何|為何|如何|怎么|怎麼|哪|[吗嗎]$/iu;
const OF_SOMEONE_THERE = /\b(?:you|your|i|we|us|our|my|me)\b|[你您我他她它]/iu;

/** More than an ask can hold need not be searched for a question. */
const LONGEST = 600;

/**
 * What a person asks in a conversation: a command's line, with or without its slash, or one of the patterns.
 * @returns nothing where it is neither
 */
export function parsePhrase(text: string, parse: (line: string) => ParsedAsk): ParsedAsk | undefined {
  const line = normalizeLine(text.replaceAll("`", " "));
  const asked = parse(line);
  if (line === "" || line.length > LONGEST) return known(asked) ? asked : undefined;
  const bare = line.replace(AROUND, "").replace(/[\s?？!！.。…]+$/u, "");
  if (SMALL_TALK.test(bare)) return undefined;
  for (const { form, command, second } of known(asked) && !ALSO_A_QUESTION.test(line) ? [] : PATTERNS) {
    const [, words = "", topic = ""] = form.exec(bare) ?? [];
    if (words.trim() === "") continue;
    // Printed and read again, so that it is held to all that a typed line is held to.
    const found = parse(printAsk(createAsk(command, words, second ? { [second]: topic } : {})));
    if (known(found)) return found;
  }
  if (known(asked)) return asked;
  const polite = parse(bare);
  if (known(polite)) return polite;
  if (!QUESTION.test(bare) || OF_SOMEONE_THERE.test(bare)) return undefined;
  const sought = parse(printAsk(createAsk("search", bare)));
  return known(sought) ? sought : undefined;
}

const known = (parsed: ParsedAsk): boolean => "ask" in parsed || parsed.problem.type !== "unknown-command";
