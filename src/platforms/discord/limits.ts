/** Discord's limits, each with the page of its documentation. */

/** https://docs.discord.com/developers/components/reference and .../resources/message */
export const DISCORD_MESSAGE_LIMITS = {
  /** Components in one message, nested ones included. */
  components: 40,
  /** Characters of all text displays in one message together. */
  text: 4000,
  customId: 100,
  buttonsInRow: 5,
  buttonLabel: 80,
  url: 512,
  /** Alt text of a picture. */
  description: 1024,
  choices: 25,
  placeholder: 150,
  choiceLabel: 100,
  choiceValue: 100,
} as const;

/** https://docs.discord.com/developers/components/reference, of a modal, a label and a text input */
export const DISCORD_FORM_LIMITS = {
  customId: 100,
  title: 45,
  label: 45,
  description: 100,
  text: 4000,
} as const;

/** https://docs.discord.com/developers/interactions/application-commands */
export const DISCORD_COMMAND_LIMITS = {
  /** Must also be lower case, in scripts that have case. */
  name: /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u,
  description: 100,
  options: 25,
  suggestions: 25,
  suggestionLabel: 100,
  suggestionValue: 100,
} as const;
