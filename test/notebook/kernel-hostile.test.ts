import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { Signatures } from "../../src/notebook/kernel/signatures.js";
import { python } from "../support/jupyter.js";
import { jupyter } from "../support/once.js";

const found = await jupyter();
const parts = ['{"msg_type":"execute_request"}', "{}", "{}", '{"code":"1"}'].map((one) => Buffer.from(one));
const signed = (key: string, body = parts) => {
  const hash = createHmac("sha256", key);
  for (const one of body) hash.update(one);
  return [Buffer.from("id"), Buffer.from("<IDS|MSG>"), Buffer.from(hash.digest("hex")), ...body];
};

describe("signatures of messages", () => {
  test("a message is admitted once: with another key, a changed part, or again, it is not", () => {
    const signatures = new Signatures("secret");
    expect(signatures.admits(signed("other"))).toBe(false);
    expect(signatures.admits([...signed("secret").slice(0, -1), Buffer.from('{"code":"2"}')])).toBe(false);
    expect(signatures.admits(signed("secret"))).toBe(true);
    expect(signatures.admits(signed("secret"))).toBe(false);
  });

  test("frames that are no message are not admitted, whatever they hold", () => {
    const signatures = new Signatures("secret");
    for (const frames of [[], [Buffer.from("<IDS|MSG>")], parts, signed("secret").slice(0, 5)]) {
      expect(signatures.admits(frames)).toBe(false);
    }
    const short = signed("secret");
    short[2] = Buffer.from("ab");
    expect(signatures.admits(short)).toBe(false);
  });

  test("an empty key means that messages are not signed", () => {
    expect(new Signatures("").admits(signed("anything"))).toBe(true);
  });
});

// A forger listens to all that the kernel says, sends a message with a false signature while a cell runs, sends one cell
// twice, and sends what is no message at all.
const FORGER = `
import json, sys, time, warnings, zmq
warnings.filterwarnings("ignore")
from jupyter_client.manager import KernelManager
from jupyter_client.session import Session
manager = KernelManager(kernel_name="trade-figures")
manager.start_kernel(cwd="notebooks", stderr=open("/dev/null", "w"))
client = manager.client()
client.start_channels()
client.wait_for_ready(timeout=180)
info = manager.get_connection_info()
context = zmq.Context()
listener = context.socket(zmq.SUB)
listener.connect(f"tcp://{info['ip']}:{info['iopub_port']}")
listener.setsockopt(zmq.SUBSCRIBE, b"")
shell = context.socket(zmq.DEALER)
shell.connect(f"tcp://{info['ip']}:{info['shell_port']}")
time.sleep(0.5)
client.execute("await new Promise((r) => setTimeout(r, 1500)); console.log('true');")
time.sleep(0.3)
forged = Session(key=b"not the key")
message = forged.msg("execute_request", {"code": "console.log('forged')", "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False})
shell.send_multipart(forged.serialize(message))
shell.send_multipart([b"<IDS|MSG>", b"zz", b"not json", b"{}", b"{}", b"{}"])
own = Session(key=info["key"])
again = own.serialize(own.msg("execute_request", {"code": "console.log('once')", "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False}))
shell.send_multipart(again)
shell.send_multipart(again)
time.sleep(2)
# On a slow machine the timer may still fall into its own cell, whose error would send back the next one.
client.execute("setTimeout(() => { process.exit(3); }, 50);", stop_on_error=False)
client.execute("await new Promise((r) => setTimeout(r, 300)); console.log('still here');")
grace = None
heard, deadline = b"", time.time() + 180
while time.time() < deadline:
    if listener.poll(200):
        heard += b"".join(listener.recv_multipart())
    if b'"text":"still here' in heard and b'"text":"once' in heard:
        # A second answer, or a forged one, would come by then.
        grace = grace or time.time() + 1.5
        if time.time() > grace:
            break
text = heard.decode("utf8", "replace")
print(json.dumps({"hmac": "hmac" in text, "forged": "forged" in text, "true": '"text":"true' in text, "once": text.count('"text":"once'), "still": '"text":"still here' in text}))
manager.shutdown_kernel(now=True)
`;

test.runIf(found !== undefined)(
  "a forged, broken or repeated message runs nothing and is told nothing; a timer cannot end the kernel",
  () => {
    const heard = python(FORGER, [], found as NonNullable<typeof found>);
    expect(heard).toEqual({ hmac: false, forged: false, true: true, once: 1, still: true });
  },
);
