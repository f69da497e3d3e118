/** What Discord takes, with the pages of its documentation that say so. */

/** https://docs.discord.com/developers/components/reference and .../resources/message */
export const DISCORD_MESSAGE_LIMITS = {
  /** Components of one message, nested ones counted. */
  components: 40,
  /** Characters of all text displays of one message together. */
  text: 4000,
  customId: 100,
  buttonsInRow: 5,
  buttonLabel: 80,
  url: 512,
  /** Of a picture, for those who do not see it. */
  description: 1024,
  choices: 25,
  placeholder: 150,
  choiceLabel: 100,
  choiceValue: 100,
} as const;

/** https://docs.discord.com/developers/interactions/application-commands */
export const DISCORD_COMMAND_LIMITS = {
  /** Lower case where the script has it. */
  name: /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u,
  description: 100,
  options: 25,
  suggestions: 25,
  suggestionLabel: 100,
  suggestionValue: 100,
} as const;
