import type { NetworkInterfaceInfo } from 'node:os';
import type { HttpAdapterHost } from '@nestjs/core';
import { readSettings } from '../config/settings.ts';
import { PublicAddress, addressWithoutProxy, lanAddress } from './public-address.ts';

const at = (address: string, internal = false): NetworkInterfaceInfo[] => [
  { address: 'fe80::1', family: 'IPv6', internal, netmask: '', mac: '', cidr: null, scopeid: 1 },
  { address, family: 'IPv4', internal, netmask: '', mac: '', cidr: null },
];
const OFFICE = { lo: at('127.0.0.1', true), docker0: at('172.17.0.1'), eth1: at('169.254.3.4'), eth0: at('192.168.1.20') };
const listeningOn = (port: number) => ({ httpAdapter: { getHttpServer: () => ({ address: () => ({ port }) }) } }) as unknown as HttpAdapterHost;

test('a server that listens everywhere gives the address a phone on the same network reaches, not one inside the computer', () => {
  expect(lanAddress(OFFICE)).toBe('192.168.1.20');
  for (const host of ['0.0.0.0', '::']) expect(addressWithoutProxy(host, 3000, OFFICE)).toBe('http://192.168.1.20:3000');
  expect(addressWithoutProxy('0.0.0.0', 3000, { lo: OFFICE.lo })).toBe('http://127.0.0.1:3000');
});

test('a server that listens on one host gives that host', () => {
  expect(addressWithoutProxy('127.0.0.1', 3000, OFFICE)).toBe('http://127.0.0.1:3000');
  expect(addressWithoutProxy('::1', 3000, OFFICE)).toBe('http://[::1]:3000');
});

test('what the operator has said goes before what can be found out, and the port is the one really listened on', () => {
  const said = new PublicAddress(readSettings({ HALL_MODE: 'demo', PUBLIC_URL: 'https://hall.example.cn/' }), listeningOn(3000));
  expect(said.page('/visit/check-in/index?code=1')).toBe('https://hall.example.cn/#/visit/check-in/index?code=1');
  expect(new PublicAddress(readSettings({ HALL_MODE: 'demo', HOST: '127.0.0.1', PORT: '0' }), listeningOn(40123)).url).toBe('http://127.0.0.1:40123');
});
