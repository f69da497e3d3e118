/** English forms of definitions. */

/** A term: in marks, or up to six words that begin a sentence or follow a comma. */
const MARKED = String.raw`[“"‘](?<term>[^”"’“]{2,60}?),?[”"’]`;
const WORDS = String.raw`(?<term>(?!(?:and|but|or|so|because|which|that|if|this|it|he|she|they|And|But|Or|So|Because|If|This|That|It|He|She|They|We|I|You|There|Here|What|These|Those|His|Her|Its|Their|Our|My|Your|One|Another|Such|Some|Most|Many|All|Both|Each|Who|Which|Where|When|How|Nobody|Nothing|Everyone|Today|Now|Not)\b)[\p{L}\d][\p{L}\d’'-]*(?: (?!(?:is|are|was|were|that|which|who|of|in|on|at|by|for|to|from|with|his|her|its|their|our|my|and|or|has|have|said|will|would|it|he|she|they)\b)[\p{L}\d’'-]+){0,4})`;
/** What a definition says first: a general noun with what tells it from others. */
const GENUS = String.raw`(?:(?:an?|any|the|one|some|when|where|money|income|property)\s(?:[\p{Ll}’'-]+\s){0,5}?[\p{Ll}’'-]+,?\s(?:that|which|who|whose|where|when|in which|by which|from which|into which|with which|to which|for which|under which|at which|through which|on which|of|for|used|paid|held|made|given|set up|owed|charged|levied|designed|intended|between|to|from|with)\b|(?:[\p{Ll}’'-]+\s){0,3}[\p{Ll}’'-]+s,?\s(?:that|which|whose|in which|by which|for which|under which|used|paid|held|made|given|designed|intended|to)\b)`;
const KINDS =
  "fund|tax|scheme|practice|system|term|policy|method|process|rule|approach|concept|idea|tool|vehicle|account|contract|arrangement|programme|program|initiative|measure|index|ratio|benchmark|standard|model|mechanism|technique|principle|theory|strategy|instrument|bond|loan|grant|right|law|treaty|tradition|custom|disease|condition|device|structure|form|kind|type|sort|way|word|phrase|name|slogan|doctrine|campaign|levy|duty|charge|payment|pledge|promise|agreement|clause|order|sum|share|unit|measurement|document|deed|certificate";

export const englishDefinitions = {
  naming:
    "(?:called|named|known as|dubbed|termed|nicknamed|titled|entitled|styled|labell?ed|so-called|the (?:term|word|phrase|name|label|title|concept|slogan|motto|song|film|book|novel|album|play|show|series|programme|program|theme|headline)|billed as|refer(?:s|red) to as|headlined|a (?:song|film|book|novel|play|show|series) called)",
  forms: [
    new RegExp(
      String.raw`${MARKED},?\s(?:(?:is|are)\s(?:an?|the|any|when|where|what|how|not)\b|means?|meaning|refers?\sto|referring\sto|is\sdefined\sas|are\sdefined\sas|denotes?|describes?|stands?\sfor|or\s)`,
      "u",
    ),
    new RegExp(
      String.raw`(?<=^[“"]?|[.;:”"]\s[“"]?|,\s|\b(?:[Tt]he term|[Tt]he phrase|[Tt]he word)\s)(?:(?:A|An|The|a|an|the)\s)?(?:[Ss]o-called\s)?${WORDS}(?:\s\([^)]{1,40}\))?,?\s(?:means|mean|refers?\sto|(?:is|are)\sdefined\sas|denotes?|stands?\sfor|(?:is|are)\sthe\s(?:term|name|word)\s(?:for|given\sto)|(?:is|are)\sshort\sfor)\s`,
      "u",
    ),
    new RegExp(
      String.raw`(?<=^|[:”"]\s|[“"])(?:(?:A|An)\s)?${WORDS}(?:\s\([^)]{1,40}\)|,\s(?:or|as|sometimes|also|often)\s[^,]{1,40},)?\s(?:is|are)\s(?:(?:simply|usually|generally|essentially|often|also|basically|in\sessence)\s)?${GENUS}`,
      "u",
    ),
    new RegExp(
      String.raw`(?<=^|[:”"]\s)(?:A|An)\s${WORDS}\sis\san?\s\p{Ll}+(?:\s(?!of\b)\p{Ll}+){0,3}[,.;]`,
      "u",
    ),
    new RegExp(
      String.raw`(?:${MARKED},?|(?<=\b(?:an?|the|called|known\sas|of|in|on|through|into)\s)${WORDS.replace("term>", "term2>")},)\s(?:an?|the|any|which\sis\san?)\s(?:(?!(?:company|firm|charity)\b)[\p{L}’'-]+\s){0,4}?(?:${KINDS})\s(?:that|which|in\swhich|by\swhich|under\swhich|for|of|where|used|aimed|aiming|designed|held|run|paid|made|owned|set\sup|to)\b`,
      "u",
    ),
    new RegExp(
      String.raw`(?<=^|[.:”"]\s)(?![^,]* \p{Lu})${WORDS},\s(?:the|an?)\s(?:[\p{Ll}’'-]+\s){0,3}?(?:${KINDS})\s(?:of|that|which|in\swhich|by\swhich|where|to)\s[^;]{2,160},\s(?:is|are|was|has|have|can|may|remains?|became)\s`,
      "u",
    ),
    new RegExp(
      String.raw`(?<=^|[.:”"]\s)(?:A|An)\s${WORDS}\s[—–]\s(?:an?|any|the)\s(?:[\p{L}’'-]+\s){0,4}?(?:${KINDS}|gift|donation)\s(?:that|which|in\swhich|by\swhich|under\swhich|for|of|where|used|paid|made|given|designed|to)\s[^—–]{2,160}\s[—–]\s`,
      "u",
    ),
    new RegExp(
      String.raw`\b(?:called|known\sas|dubbed|termed)\s(?:(?:an?|the)\s)?(?:${MARKED}|${WORDS.replace("term>", "term2>")}),\s(?:which|in\swhich|under\swhich|where|meaning|or)\b`,
      "u",
    ),
    new RegExp(
      String.raw`\b(?:calls?|called|known\sas|dubs?|dubbed|terms?|termed)\s(?:an?\s|the\s)?${MARKED},?\s(?:an?|the|any)\s[\p{L}’'-]+(?:\s[\p{L}’'-]+){0,3}\s(?:that|which|who|whose|where|for|of|in\swhich)\b`,
      "u",
    ),
    new RegExp(
      String.raw`\bdefin(?:e|es|ed)\s(?:(?:an?|the|its|their)\s)?(?:(?:term|word|phrase)\s)?(?:${MARKED}|${WORDS.replace("term>", "term2>")}),?\s(?:as|to\smean)\s`,
      "u",
    ),
    new RegExp(
      String.raw`\b(?:concept|practice|idea|system|policy|scheme|strategy)\sknown\sas\s(?:the\s)?(?:${MARKED}|${WORDS.replace("term>", "term2>")})`,
      "u",
    ),
  ],
};
