/** Parts of English questions, as sources of patterns. */

export const IS_FORM = "(?:['’](?:s|re)| is| are| was| were)";
export const DOES_FORM = "(?:did|does|do|has|have|had|would|will|is|are|was|were)";
export const ADVERBS_FORM =
  "(?:(?:ever|really|actually|also|just|once|publicly|all|together|themselves|so far) )*";
export const POSSESSIVE_FORM = "(?:['’]s?| ['’]s)?";
export const ABOUT_FORM = "(?:about|on|of|regarding|concerning|over|re)";
export const FOR_FORM = "(?:to|for|towards?|after|before|during|at|in|on|into|with)";
