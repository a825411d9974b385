import { connect, createServer, type Socket } from "node:net";

/** A way to a server that can be cut in the middle of an answer. */
export interface CuttingProxy {
  readonly port: number;
  /** From now on the connection is dropped once the server has sent so many bytes more. */
  cutAfter(bytes: number): void;
  close(): void;
}

export async function cuttingProxy(toPort: number): Promise<CuttingProxy> {
  let left = Number.POSITIVE_INFINITY;
  const open = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = connect(toPort, "127.0.0.1");
    open.add(client).add(server);
    const drop = () => {
      client.destroy();
      server.destroy();
    };
    for (const one of [client, server]) {
      one.on("error", drop);
      one.on("close", drop);
    }
    client.pipe(server);
    server.on("data", (data: Buffer) => {
      client.write(data.subarray(0, left));
      left -= data.length;
      if (left <= 0) client.end(drop);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const address = proxy.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    cutAfter(bytes) {
      left = bytes;
    },
    close() {
      for (const one of open) one.destroy();
      proxy.close();
    },
  };
}
