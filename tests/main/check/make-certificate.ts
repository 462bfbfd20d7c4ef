// X.509 certificates as a test wants them: expired, for another name, signed by nobody. Made on the spot, so that no key lies in the repository.
import { generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto';

export interface Certificate {
  /** PEM */
  readonly cert: string;
  readonly key: string;
  readonly name: string;
  readonly privateKey: KeyObject;
}

interface Wanted {
  readonly name: string;
  /** Host names and IPv4 addresses. */
  readonly hosts: readonly string[];
  readonly from: Date;
  readonly to: Date;
  /** By itself when left out. */
  readonly signedBy?: Certificate;
}

export function makeCertificate({ name, hosts, from, to, signedBy }: Wanted): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signer = signedBy ?? { name, privateKey };
  const algorithm = sequence(oid([1, 2, 840, 10045, 4, 3, 2]));
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    nameOf(signer.name),
    sequence(time(from), time(to)),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(sequence(oid([2, 5, 29, 17]), tagged(0x04, sequence(...hosts.map(alternative)))))),
  );
  const signature = sign('sha256', body, signer.privateKey);
  const der = sequence(body, algorithm, tagged(0x03, Buffer.from([0]), signature));
  return {
    name,
    privateKey,
    cert: new X509Certificate(der).toString(),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** DER (X.690): tag, length, content. */
function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

function integer(bytes: Buffer): Buffer {
  return tagged(0x02, bytes);
}

function oid([first = 0, second = 0, ...rest]: readonly number[]): Buffer {
  const parts = rest.flatMap((part) => {
    const bytes = [part & 0x7f];
    for (let left = part >> 7; left > 0; left >>= 7) bytes.unshift(0x80 | (left & 0x7f));
    return bytes;
  });
  return tagged(0x06, Buffer.from([first * 40 + second, ...parts]));
}

/** Organisation and common name alike. */
function nameOf(text: string): Buffer {
  const part = (last: number): Buffer => tagged(0x31, sequence(oid([2, 5, 4, last]), tagged(0x0c, Buffer.from(text))));
  return sequence(part(10), part(3));
}

function time(date: Date): Buffer {
  return tagged(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]|\.\d+/g, '')}`));
}

function alternative(host: string): Buffer {
  const numbers = host.split('.').map(Number);
  return numbers.length === 4 && numbers.every(Number.isInteger) ? tagged(0x87, Buffer.from(numbers)) : tagged(0x82, Buffer.from(host));
}
