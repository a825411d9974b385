// All peers that can be had here.
import { compromise } from "./compromise.mjs";
import { quantulum } from "./quantulum.mjs";
import { recognizers } from "./recognizers.mjs";

/** @returns [{ name, version, all(texts): items[] } | { name, missing }] */
export function peers() {
  return [recognizers(), compromise(), quantulum()].map((peer) =>
    peer.missing || peer.all ? peer : { ...peer, all: (texts) => texts.map(peer.items) },
  );
}
