/** Chinese characters that do not say what a text is about, in both scripts. */

/** Particles, pronouns, prepositions and the words by which a question is put. */
export const chineseFunctionCharacters =
  "的了吗嗎呢啊呀吧着著过過和与與及或在是有被把对對于於就都也还還很最这這那些个個等之其因为為所以怎么麼样樣什甚如何谁誰哪几幾多少说說讲講谈談到从從開开始有人中给給向后後时時候关關";
