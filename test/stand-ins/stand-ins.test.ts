/** Tests the stand-ins with the platforms' own clients: discord.js and Bolt. */
import { App, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { Client, Routes } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DiscordStandIn, type InteractionResponse, messageOf, startDiscord } from "./discord.ts";
import type { Interaction } from "./discord-payloads.ts";
import { type SlackStandIn, startSlack } from "./slack.ts";
import { linked } from "./slack-surfaces.ts";

const CITE = {
  name: "cite",
  description: "Cite a text",
  options: [{ type: 3, name: "text", description: "Which text", required: true, autocomplete: true }],
};

const nobody = { parse: [] };

/** Builds a page with one button, as the client under test sends it. */
function page(number: number) {
  const button = { type: 2, style: 2, label: "Next", custom_id: `page:${number + 1}` };
  const texts = [{ type: 10, content: `Page ${number}` }];
  return {
    flags: 32768,
    components: [...texts, { type: 1, components: [button] }],
    allowed_mentions: nobody,
  };
}

const silent = () => {};
const logger = {
  ...{ debug: silent, info: silent, warn: silent, error: silent, setLevel: silent, setName: silent },
  getLevel: () => LogLevel.ERROR,
};

/** How long a test waits: short where its name says that something never comes. */
const waitingIn = (name: string) => (name.includes("never") ? { timeout: 300 } : {});

describe("Discord", () => {
  let discord: DiscordStandIn;
  let client: Client;
  let answer: (asked: Interaction) => InteractionResponse | undefined;

  beforeEach(async ({ task }) => {
    discord = await startDiscord(waitingIn(task.name));
    client = new Client({ intents: [], rest: { api: discord.apiUrl, retries: 0 } });
    client.ws.on(
      "INTERACTION_CREATE" as never,
      ((asked: Interaction) => {
        const body = answer(asked);
        const route = Routes.interactionCallback(asked.id, asked.token);
        if (body) client.rest.post(route, { body, auth: false }).catch(() => {});
      }) as never,
    );
    client.on("error", () => {});
    const ready = new Promise((resolve) => client.once("clientReady", resolve));
    await client.login(discord.token);
    await ready;
  });

  afterEach(async () => {
    await client.destroy();
    await discord.close();
  });

  it("takes the client's login without any intent", () => {
    expect(discord.identified).toMatchObject([{ token: discord.token, intents: 0 }]);
    expect(client.user?.id).toBe(discord.applicationId);
    expect(client.application?.id).toBe(discord.applicationId);
    expect(discord.applicationId).toMatch(/^\d{17,19}$/);
  });

  it("keeps the commands that are put", async () => {
    const route = Routes.applicationCommands(discord.applicationId);
    await client.rest.put(route, { body: [CITE] });
    expect(discord.registered).toEqual([CITE]);
    expect(discord.puts).toBe(1);
    const listed = await client.rest.get(route);
    expect(listed).toMatchObject([{ ...CITE, id: expect.stringMatching(/^\d{19}$/), type: 1 }]);
    await expect(client.rest.put(route, { body: [{ ...CITE, name: "Cite it" }] })).rejects.toMatchObject({
      status: 400,
    });
    await expect(discord.command("quote")).rejects.toThrow("no command quote");
  });

  it("carries a command, a press, a choice and an autocomplete", async () => {
    const asked: Interaction[] = [];
    answer = (one) => {
      asked.push(one);
      if (one.type === 4) return { type: 8, data: { choices: [{ name: "On Liberty", value: "liberty" }] } };
      return { type: one.type === 3 ? 7 : 4, data: page(asked.length) };
    };
    const first = await discord.command("cite", { text: "On Liberty" });
    expect(first).toEqual({ type: 4, data: page(1) });
    expect(asked[0]).toMatchObject({
      data: { name: "cite", options: [{ name: "text", value: "On Liberty" }] },
    });

    const second = await discord.press("page:2", messageOf(first), { userId: "1100000000000000999" });
    expect(second.data?.components?.[0]?.content).toBe("Page 2");
    expect(asked[1]).toMatchObject({
      member: { user: { id: "1100000000000000999" } },
      message: { id: messageOf(first).id, interaction_metadata: { user: { id: "1100000000000000201" } } },
    });
    expect(messageOf(second).id).toBe(messageOf(first).id);
    await expect(discord.press("page:2", messageOf(second))).rejects.toThrow("no component");

    const listed = await discord.autocomplete("cite", { text: "lib" }, "text", {
      guildId: null,
      locale: "de",
    });
    expect(listed.data?.choices).toHaveLength(1);
    expect(asked[2]).toMatchObject({ locale: "de", context: 1, data: { options: [{ focused: true }] } });
    expect(discord.faults).toEqual([]);
  });

  it("carries a deferred answer and what follows", async () => {
    let token = "";
    answer = (asked) => {
      token = asked.token;
      return { type: 5 };
    };
    const deferred = await discord.command("cite", { text: "x" });
    await client.rest.patch(Routes.webhookMessage(discord.applicationId, token), {
      body: page(1),
      auth: false,
    });
    const edit = await discord.afterwards(deferred);
    expect(edit).toEqual({ kind: "edit", body: page(1) });
    expect(messageOf(edit.body).interaction_metadata?.user.id).toBe("1100000000000000201");
    await client.rest.post(Routes.webhook(discord.applicationId, token), { body: page(2), auth: false });
    expect(await discord.afterwards(deferred)).toMatchObject({ kind: "followUp" });
    await client.rest.delete(Routes.webhookMessage(discord.applicationId, token), { auth: false });
    expect(await discord.afterwards(deferred)).toMatchObject({ kind: "delete" });

    const bad = client.rest.patch(Routes.webhookMessage(discord.applicationId, token), {
      body: {},
      auth: false,
    });
    await expect(bad).rejects.toMatchObject({ code: 50035 });
    await expect(discord.afterwards(deferred)).rejects.toThrow("this edit would be refused");
  });

  it("refuses what Discord would refuse, on both sides", async () => {
    answer = () => ({ type: 4, data: { content: "Hello @everyone" } });
    await expect(discord.command("cite", {})).rejects.toThrow("allowed_mentions.parse: missing");
    answer = () => ({ type: 8, data: { choices: [] } });
    await expect(discord.command("cite", {})).rejects.toThrow("no answer to an interaction of type 2");
    expect(discord.faults).toHaveLength(2);
  });

  it("says what never came", async () => {
    answer = () => undefined;
    await expect(discord.command("cite", {})).rejects.toThrow("the answer to cite: nothing within 300 ms");
  });

  it("resumes after a lost connection, and catches up", async () => {
    answer = () => ({ type: 4, data: page(1) });
    discord.drop();
    const response = await discord.command("cite", { text: "x" });
    expect(response.type).toBe(4);
    expect(discord.resumes).toBe(1);
    expect(discord.identified).toHaveLength(1);
  });

  it("answers a wrong token as Discord does", async () => {
    const wrong = new Client({ intents: [], rest: { api: discord.apiUrl, retries: 0 } });
    await expect(wrong.login(discord.token.replace("Stand1", "Stand2"))).rejects.toThrow("invalid token");
    await wrong.destroy();
  });
});

describe("Slack", () => {
  let slack: SlackStandIn;
  let app: App;

  beforeEach(async ({ task }) => {
    slack = await startSlack(waitingIn(task.name));
    const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
    app = new App({
      token: slack.botToken,
      botId: slack.botId,
      botUserId: slack.botUserId,
      tokenVerificationEnabled: false,
      clientOptions,
      logger,
      receiver: new SocketModeReceiver({
        appToken: slack.appToken,
        clientPingTimeout: 100,
        logger,
        installerOptions: { clientOptions },
      }),
    });
    await app.start();
  });

  afterEach(async () => {
    await app.stop();
    await slack.close();
  });

  const blocks = [
    {
      type: "actions",
      elements: [
        {
          type: "button",
          text: { type: "plain_text", text: "Next", emoji: false },
          action_id: "next",
          value: "page:2",
        },
        {
          type: "static_select",
          action_id: "edition",
          options: [{ text: { type: "plain_text", text: "1859", emoji: false }, value: "liberty-1859" }],
        },
      ],
    },
  ];

  it("carries a command, a press and a choice", async () => {
    app.command("/cite", async ({ ack, command }) => ack({ text: `Cited ${command.text}`, blocks } as never));
    app.action("next", async ({ ack, respond, body }) => {
      await ack();
      await respond({
        replace_original: true,
        text: (body as never as { actions: [{ value: string }] }).actions[0].value,
      });
    });
    app.action("edition", async ({ ack, respond, action }) => {
      await ack();
      await respond((action as never as { selected_option: { value: string } }).selected_option.value);
    });
    const reply = await slack.command("cite", "On Liberty");
    expect(reply).toEqual({ text: "Cited On Liberty", blocks });
    expect(await slack.press("next", reply)).toEqual({
      ack: {},
      posted: { replace_original: true, text: "page:2" },
    });
    const choice = { action_id: "edition", selected_option: { value: "liberty-1859" } };
    expect((await slack.press(choice, reply)).posted).toEqual({ text: "liberty-1859" });
    await expect(slack.press("previous", reply)).rejects.toThrow("no action previous");
    expect(slack.connections).toBe(1);
    expect(slack.calls.map(({ method }) => method)).toEqual(["apps.connections.open"]);
    expect(slack.faults).toEqual([]);
  });

  it("fails a press that is answered twice", async () => {
    app.action("twice", async ({ ack, respond }) => {
      await ack();
      await Promise.all([respond("one"), respond("two")]);
    });
    await expect(slack.press("twice")).rejects.toThrow("2 posts came");
  });

  it("fails a press that is never answered", async () => {
    app.action("never", async ({ ack }) => ack());
    await expect(slack.press("never")).rejects.toThrow("nothing within 300 ms");
  });

  it("refuses what Slack would refuse", async () => {
    app.command("/shout", async ({ ack }) => ack({ text: "<!here> look" }));
    await expect(slack.command("/shout")).rejects.toThrow("text: <! is not escaped");
    app.action("shout", async ({ ack, respond }) => {
      await ack();
      await respond({ text: "a < b" }).catch(() => {});
    });
    await expect(slack.press("shout")).rejects.toThrow("this post would be refused");
    expect(slack.faults).toHaveLength(2);
  });

  it("hears a late reply", async () => {
    app.command("/late", async ({ ack, respond }) => {
      await ack();
      await respond({ text: "Here it is", response_type: "ephemeral" });
    });
    const late = slack.nextPost();
    expect(await slack.command("/late")).toEqual({});
    expect((await late).body).toMatchObject({ text: "Here it is" });
  });

  it("says what never came", async () => {
    app.command("/silent", async () => {});
    await expect(slack.command("/silent")).rejects.toThrow("the ack of /silent: nothing within 300 ms");
  });

  it("serves the Web API", async () => {
    const { client } = app;
    expect(await client.auth.test()).toMatchObject({ ok: true, bot_id: slack.botId });
    await client.chat.postMessage({
      channel: "C1",
      text: "Hello",
      blocks: blocks as never,
      unfurl_links: false,
    });
    expect(slack.calls.at(-1)).toMatchObject({
      method: "chat.postMessage",
      body: { blocks, unfurl_links: false },
    });
    await expect(client.chat.postMessage({ channel: "C1", text: "<@U1>" })).rejects.toThrow(
      "invalid_arguments",
    );
    await expect(client.apiCall("no.such")).rejects.toThrow("unknown_method");
    await expect(client.auth.test({ token: "xoxb-wrong" })).rejects.toThrow("invalid_auth");
  });

  it("takes what stands below a link where the app was told of it, by its address as it was sent", async () => {
    const url = "https://desk.example/records/1";
    const of = linked([url]);
    const { channel, message_ts: ts, unfurl_id, source } = of as Record<string, string>;
    const told = { [url]: { blocks: [{ type: "divider" }] } };
    const put = (more: object, unfurls: object = told) =>
      app.client.apiCall("chat.unfurl", { unfurls, ...more });
    await expect(put({ channel, ts })).rejects.toThrow("cannot_unfurl_message");
    slack.linked(of);
    expect(await put({ channel, ts })).toMatchObject({ ok: true });
    expect(await put({ unfurl_id, source })).toMatchObject({ ok: true });
    await expect(put({ channel, ts }, { [`${url}/`]: told[url] })).rejects.toThrow("cannot_unfurl_url");
    await expect(put({ channel, ts, unfurl_id, source })).rejects.toThrow("invalid_arguments");
    await expect(put({ channel, source })).rejects.toThrow("invalid_arguments");
    await expect(put({ channel, ts }, {})).rejects.toThrow("invalid_arguments");
    await expect(put({ channel, ts }, { [url]: { blocks: [], text: "x" } })).rejects.toThrow(
      "invalid_arguments",
    );
    expect(slack.faults).toHaveLength(5);
  });

  it("is connected to again after a lost connection", async () => {
    app.command("/cite", async ({ ack }) => ack("Cited"));
    slack.drop();
    await expect.poll(() => slack.connections).toBe(2);
    await slack.raw({ type: "disconnect", reason: "refresh_requested" });
    await expect.poll(() => slack.connections).toBe(3);
    await slack.connected();
    expect(await slack.command("/cite")).toEqual({ text: "Cited" });
  });
});
