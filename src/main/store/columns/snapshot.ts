// The columns as blobs for keeping, and back again. Checked by length and checksum: anything damaged, foreign or older is not taken.
import { crc32 } from 'node:zlib';
import { type Columns, emptyColumns, PAYMENT_COLUMNS, ROW_COLUMNS } from './order-columns.ts';
import type { TypedCells } from './typed-cells.ts';

/** Grows whenever the columns, or what is folded into them, change their meaning. */
const FORMAT = 'paydesk columns 1';

interface Header {
  readonly format: string;
  /** Folding is Unicode's: a newer Electron may fold what an older one did not. */
  readonly unicode: string;
  readonly rows: number;
  readonly payments: number;
  readonly untold: number;
  readonly counts: { readonly products: number; readonly customers: number; readonly amounts: number };
  readonly huge: readonly (readonly [code: number, amount: string])[];
  /** Of the blobs after this one. */
  readonly parts: readonly { readonly length: number; readonly crc: number }[];
}

/** In the order of the blobs: how each is read from the columns and put there, and how many cells of it count. */
interface Part {
  readonly cells: TypedCells;
  readonly length: number;
  put(cells: TypedCells): void;
}

function partsOf(columns: Columns): Part[] {
  const { cells, paymentCells, products, customers, amounts } = columns;
  const part = <K extends string>(home: Record<K, TypedCells>, name: K, length: number): Part => ({
    cells: home[name],
    length,
    put: (own) => {
      home[name] = own;
    },
  });
  const texts = [products, customers].flatMap((own) => [
    part(own as Record<'ends', TypedCells>, 'ends', own.count),
    part(own as Record<'letters', TypedCells>, 'letters', own.count),
    part(own as Record<'bytes', TypedCells>, 'bytes', own.ends[own.count - 1] ?? 0),
  ]);
  return [
    ...ROW_COLUMNS.map((name) => part(cells as Record<typeof name, TypedCells>, name, columns.rows)),
    ...PAYMENT_COLUMNS.map((name) => part(paymentCells as Record<typeof name, TypedCells>, name, columns.payments)),
    part(amounts as Record<'values', TypedCells>, 'values', amounts.count),
    ...texts,
  ];
}

/** Views of the living columns: to be written before the next change. The first is the header. */
export function saveColumns(columns: Columns): readonly Uint8Array[] {
  const blobs = partsOf(columns).map(
    ({ cells, length }) => new Uint8Array(cells.buffer, cells.byteOffset, length * cells.BYTES_PER_ELEMENT),
  );
  const { rows, payments, untold, products, customers, amounts } = columns;
  const header: Header = {
    format: FORMAT,
    unicode: process.versions['unicode'] ?? '',
    ...{ rows, payments, untold },
    counts: { products: products.count, customers: customers.count, amounts: amounts.count },
    huge: [...amounts.huge].filter(([code]) => code < amounts.count).map(([code, amount]) => [code, String(amount)]),
    parts: blobs.map((blob) => ({ length: blob.length, crc: crc32(blob) })),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const sealed = new Uint8Array(text.length + 4);
  sealed.set(text, 4);
  new DataView(sealed.buffer).setUint32(0, crc32(text));
  return [sealed, ...blobs];
}

/** @returns null: not the blobs of one saving, or not of this version. */
export function loadColumns(blobs: readonly Uint8Array[]): Columns | null {
  const [sealed, ...rest] = blobs;
  const header = sealed === undefined ? null : readHeader(sealed);
  if (header === null || header.parts.length !== rest.length) return null;
  if (!header.parts.every(({ length, crc }, at) => rest[at]?.length === length && crc32(rest[at]) === crc)) return null;
  const { rows, payments, untold, counts } = header;
  const columns = { ...emptyColumns(), rows, payments, untold };
  columns.products.count = counts.products;
  columns.customers.count = counts.customers;
  columns.amounts.count = counts.amounts;
  for (const [at, part] of partsOf(columns).entries()) part.put(cellsOf(part.cells, rest[at] ?? new Uint8Array(0)));
  for (const [code, text] of header.huge) {
    columns.amounts.huge.set(code, BigInt(text));
    columns.amounts.hugeCodes.set(BigInt(text), code);
  }
  return columns;
}

function readHeader(sealed: Uint8Array): Header | null {
  if (sealed.length < 4) return null;
  const text = sealed.subarray(4);
  // Whatever bears the checksum has been written by `saveColumns`.
  if (new DataView(sealed.buffer, sealed.byteOffset).getUint32(0) !== crc32(text)) return null;
  const header = JSON.parse(new TextDecoder().decode(text)) as Header;
  return header.format === FORMAT && header.unicode === (process.versions['unicode'] ?? '') ? header : null;
}

/** Without copying where the bytes lie as the cells need them. */
function cellsOf(kind: TypedCells, blob: Uint8Array): TypedCells {
  const size = kind.BYTES_PER_ELEMENT;
  const lying = blob.byteOffset % size === 0 ? blob : blob.slice();
  const { buffer, byteOffset } = lying;
  const length = blob.length / size;
  if (kind instanceof Float64Array) return new Float64Array(buffer, byteOffset, length);
  return kind instanceof Uint32Array ? new Uint32Array(buffer, byteOffset, length) : lying;
}
