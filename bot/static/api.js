const PATIENCE_MS = 20000;

/** HTTP status or 0, words for the person, messages that came with it. */
const fault = (status, words, messages = []) => Object.assign(new Error(), { status, words, messages });

/** One conversation. Its id is held here and nowhere else. */
export class Api {
  #base;
  #session;

  constructor(base) {
    this.#base = base;
  }

  get started() {
    return Boolean(this.#session);
  }

  async start(opening) {
    const { session, messages } = await this.#ask("session", opening);
    this.#session = session;
    return messages;
  }

  /** Sends {text}, {choice} or {choices}; gives messages or, as start does, throws a fault. */
  async send(answer) {
    return (await this.#ask("message", { session: this.#session, ...answer })).messages;
  }

  /** Ends it, even while the page goes away. */
  end() {
    if (this.started) this.#fetch("DELETE", "session", { session: this.#session }, { keepalive: true }).catch(() => {});
    this.#session = null;
  }

  #fetch(method, path, body, options) {
    return fetch(new URL(`api/${path}`, this.#base), {
      method,
      body: JSON.stringify(body),
      headers: { "Content-Type": "application/json" },
      credentials: "omit",
      referrerPolicy: "no-referrer",
      ...options,
    });
  }

  async #ask(path, body) {
    try {
      const response = await this.#fetch("POST", path, body, { signal: AbortSignal.timeout?.(PATIENCE_MS) });
      if (response.ok) return await response.json();
      const { error, messages } = await response.json().catch(() => ({}));
      throw fault(response.status, error?.message, messages);
    } catch (problem) {
      throw problem.messages ? problem : fault(0);
    }
  }
}
