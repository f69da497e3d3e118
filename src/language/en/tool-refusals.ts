/** English messages to clients of the tools whose request is refused before anything is asked. */

export const toolRefusals = {
  host: "The host of this request is not the desk's. Whoever runs the desk sets PUBLIC_URL to the address at which it is reached.",
  origin: "Scripts of this site may not ask here.",
  key: "This key is none of the desk's. Without a key, what everyone may read is open.",
  unreadable: "The body is expected to be JSON.",
  notOne: "The body is expected to be one message: a JSON object.",
  busy: "More is asked for at once than can be answered. Try again in five seconds.",
};
