// Preloaded into a program: whatever asks the network, or a name server, ends it.
import dns from 'node:dns';
import dgram from 'node:dgram';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const refuse = (what: string) => () => {
  process.stderr.write(`THE NETWORK WAS ASKED: ${what}\n`);
  process.kill(process.pid, 'SIGKILL');
};
net.Socket.prototype.connect = refuse('a socket') as never;
dgram.createSocket = refuse('a datagram') as never;
globalThis.fetch = refuse('fetch') as never;
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse'] as const)
  dns[name] = dns.promises[name] = refuse(`dns.${name}`) as never;
syncBuiltinESMExports();
