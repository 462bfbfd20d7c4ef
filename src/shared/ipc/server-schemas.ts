// The servers that this desk remembers: what the page knows of them, and how they are told apart.
import * as v from 'valibot';

/** What a person says that a server is for. The practice store is none of them: it is inside Paydesk. */
export const SERVER_KINDS = ['production', 'test'] as const;
export type ServerKind = (typeof SERVER_KINDS)[number];

/** Without the practice store's magenta. */
export const SERVER_COLOURS = ['slate', 'blue', 'teal', 'green', 'amber', 'red', 'violet'] as const;
export type ServerColour = (typeof SERVER_COLOURS)[number];

const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
const LONGEST_NAME = 60;

export const rememberedServer = v.strictObject({
  /** Its base address, in the one form that sign-in gives it. */
  address: v.string(),
  name: v.string(),
  colour: v.picklist(SERVER_COLOURS),
  kind: v.picklist(SERVER_KINDS),
  /** Who signed in there last; '' for nobody. */
  username: v.string(),
  /** The person's explicit yes to plain http beyond this computer, for this server. */
  acceptPlainHttp: v.boolean(),
});
export type RememberedServer = v.InferOutput<typeof rememberedServer>;
export const serverList = v.array(rememberedServer);

/** A new one, or what changes of one that is remembered: they are told apart by their address. */
export const saveServerInput = v.strictObject({
  /** As typed; its length is told in a sentence of its own. */
  address: text(100_000),
  name: text(LONGEST_NAME),
  colour: v.picklist(SERVER_COLOURS),
  kind: v.picklist(SERVER_KINDS),
  acceptPlainHttp: v.boolean(),
});
export type SaveServerInput = v.InferOutput<typeof saveServerInput>;

export const forgetServerInput = v.strictObject({ address: text(2_000) });
