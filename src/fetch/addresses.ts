import { BlockList, isIP } from 'node:net';

/** Networks that are not the public internet (IANA special-purpose address registries), or that carry another's address. */
const special = new BlockList();
for (const network of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
]) {
  const [address, length] = network.split('/') as [string, string];
  special.addSubnet(address, Number(length), isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** Whether an IP address is one of the public internet: not this machine, its network, or a way around to those. */
export const isPublic = (address: string): boolean =>
  isIP(address) !== 0 && !special.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
