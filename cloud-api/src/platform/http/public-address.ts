import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Settings } from '../config/settings.ts';

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

const EVERYWHERE = new Set(['0.0.0.0', '::', '[::]', '']);
/** Networks inside this computer, and tunnels out of it: no phone in the hall is on them. */
const NOT_A_LAN = /^(docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel|tun|tap|utun|wg|zt|tailscale)/i;
/** An address a computer gives itself when nobody answers on the network. */
const SELF_GIVEN = /^169\.254\./;

/** The first IPv4 address of this computer that others on its network can reach, or null. */
export function lanAddress(interfaces: Interfaces = networkInterfaces()): string | null {
  for (const [name, addresses = []] of Object.entries(interfaces)) {
    if (NOT_A_LAN.test(name)) continue;
    const found = addresses.find(({ family, internal, address }) => family === 'IPv4' && !internal && !SELF_GIVEN.test(address));
    if (found) return found.address;
  }
  return null;
}

/** Where the server is reached when nobody has said so: the host it listens on, or this computer's place on its network. */
export function addressWithoutProxy(host: string, port: number, interfaces?: Interfaces): string {
  const name = EVERYWHERE.has(host) ? (lanAddress(interfaces) ?? '127.0.0.1') : host;
  return `http://${name.includes(':') && !name.startsWith('[') ? `[${name}]` : name}:${port}`;
}

/** The one address the server gives of itself: in QR codes, on paper and in the greeting. */
@Injectable()
export class PublicAddress {
  constructor(
    private readonly settings: Settings,
    private readonly http: HttpAdapterHost,
  ) {}

  /** Without a slash at the end. Asked each time: a computer that changes networks gets a new one. */
  get url(): string {
    return this.settings.PUBLIC_URL?.replace(/\/$/, '') ?? addressWithoutProxy(this.settings.HOST, this.port);
  }

  /** A page of the residents' client. @param path begins with a slash, may carry a query */
  page(path: string): string {
    return `${this.url}/#${path}`;
  }

  /** The port really listened on: `PORT=0` leaves the choice to the system. */
  private get port(): number {
    const server = this.http.httpAdapter.getHttpServer() as { address(): { port: number } | string | null };
    const address = server.address();
    return address && typeof address === 'object' ? address.port : this.settings.PORT;
  }
}
