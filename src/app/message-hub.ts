/** Connects the curations of several shelves with what writes to people on a platform. */
import type { DirectMessages, SendDirectly } from "../curation/direct-messages.ts";

/** What people are written to through: as the deployment is, also about what they sent to a workspace's own shelf. */
export interface MessageHub {
  readonly directMessages: DirectMessages;
  /** Lets another curation write through what is connected. */
  readonly join: (other: DirectMessages) => void;
}

/** Creates the hub of one platform. */
export function createMessageHub(own: DirectMessages): MessageHub {
  const senders = new Map<SendDirectly, Parameters<DirectMessages["connect"]>[0]>();
  return {
    join(other) {
      for (const [send, platform] of senders) other.connect(platform, send);
    },
    directMessages: {
      connect(platform, send) {
        senders.set(send, platform);
        const disconnect = own.connect(platform, send);
        return () => {
          senders.delete(send);
          disconnect();
        };
      },
    },
  };
}
