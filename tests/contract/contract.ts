// openapi.yaml as a judge: which operation an exchange belongs to, and what in it breaks the contract. Independent of the generated types.
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

type Node = Readonly<Record<string, unknown>>;

export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly requestHeaders: Headers;
  readonly requestBody: string;
  readonly status: number;
  readonly responseHeaders: Headers;
  readonly responseBody: string;
}

export interface Judgement {
  readonly operationId: string;
  readonly requestFaults: readonly string[];
  readonly responseFaults: readonly string[];
}

export interface Contract {
  readonly operationIds: readonly string[];
  /** Every status that an operation declares, as `operationId status`. */
  readonly declared: readonly string[];
  judge(exchange: Exchange): Judgement;
}

interface Parameter {
  readonly pointer: string;
  readonly node: Node;
}

interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: RegExp;
  readonly concrete: boolean;
  /** JSON pointer to the operation. */
  readonly pointer: string;
  readonly parameters: readonly Parameter[];
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete', 'options', 'head'];
const ROOT = 'contract:openapi';

export function loadContract(file: URL | string): Contract {
  const document = parse(readFileSync(file, 'utf8')) as Node;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addSchema({ ...document, $id: ROOT });
  const compiled = new Map<string, ValidateFunction>();

  const at = (pointer: string): unknown =>
    pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((node, step) => (node as Node | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')], document);

  /** The pointer that a reference at this one leads to. */
  const follow = (pointer: string): string => {
    const reference = (at(pointer) as Node | undefined)?.['$ref'];
    return typeof reference === 'string' ? follow(reference.slice(1)) : pointer;
  };

  function faults(pointer: string, value: unknown, where: string): readonly string[] {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `${ROOT}#${encodeURI(pointer)}` });
    compiled.set(pointer, validate);
    return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${where}${instancePath} ${message}`);
  }

  const operations = readOperations(document, at, follow);

  function judgeRequest(operation: Operation, exchange: Exchange): readonly string[] {
    const known = operation.parameters.filter(({ node }) => node['in'] === 'query').map(({ node }) => node['name']);
    const strangers = [...exchange.url.searchParams.keys()].filter((name) => !known.includes(name));
    return [
      ...strangers.map((name) => `query: ${name} is not declared`),
      ...operation.parameters.flatMap((parameter) => parameterFaults(parameter, operation, exchange)),
      ...requestBodyFaults(operation, exchange),
    ];
  }

  function parameterFaults({ pointer, node }: Parameter, operation: Operation, exchange: Exchange): readonly string[] {
    const name = String(node['name']);
    const text = parameterText(node, operation, exchange);
    if (text === null) return node['required'] === true ? [`${name} is missing`] : [];
    const schema = follow(`${pointer}/schema`);
    const wholeNumber = (at(schema) as Node)['type'] === 'integer' && /^-?\d+$/.test(text);
    return faults(schema, wholeNumber ? Number(text) : text, name);
  }

  function requestBodyFaults(operation: Operation, exchange: Exchange): readonly string[] {
    const pointer = follow(`${operation.pointer}/requestBody`);
    const declared = at(pointer) as Node | undefined;
    if (exchange.requestBody === '') return declared?.['required'] === true ? ['request body is missing'] : [];
    if (declared === undefined) return ['request body is not declared'];
    return bodyFaults(pointer, exchange.requestHeaders.get('Content-Type'), exchange.requestBody, 'request body');
  }

  function judgeResponse(operation: Operation, exchange: Exchange): readonly string[] {
    const responses = `${operation.pointer}/responses`;
    const exact = at(`${responses}/${exchange.status}`);
    const range = `${Math.floor(exchange.status / 100)}XX`;
    const key = exact === undefined ? range : String(exchange.status);
    if (at(`${responses}/${key}`) === undefined) return [`status ${exchange.status} is not declared`];
    const pointer = follow(`${responses}/${key}`);
    const response = at(pointer) as Node;
    const found: string[] = [];
    for (const name of Object.keys((response['headers'] as Node | undefined) ?? {})) {
      const text = exchange.responseHeaders.get(name);
      if (text !== null) found.push(...faults(`${follow(`${pointer}/headers/${name}`)}/schema`, text, `header ${name}`));
    }
    if (response['content'] === undefined) return exchange.responseBody === '' ? found : [...found, 'a body where none is declared'];
    return [...found, ...bodyFaults(pointer, exchange.responseHeaders.get('Content-Type'), exchange.responseBody, 'body')];
  }

  function bodyFaults(holder: string, contentType: string | null, text: string, where: string): readonly string[] {
    const media = contentType?.split(';')[0] ?? '';
    const schema = `${holder}/content/${media.replaceAll('/', '~1')}/schema`;
    if (at(schema) === undefined) return [`${where}: content type ${media || 'none'} is not declared`];
    if (media !== 'application/json') return faults(schema, text, where);
    try {
      return faults(schema, JSON.parse(text), where);
    } catch {
      return [`${where} is not JSON`];
    }
  }

  return {
    operationIds: operations.map(({ id }) => id),
    declared: operations.flatMap(({ id, pointer }) => Object.keys(at(`${pointer}/responses`) as Node).map((status) => `${id} ${status}`)),
    judge(exchange) {
      const candidates = operations.filter(({ method, path }) => method === exchange.method && path.test(exchange.url.pathname));
      // As OpenAPI has it: concrete paths before templated ones.
      const operation = candidates.find(({ concrete }) => concrete) ?? candidates[0];
      if (operation === undefined) throw new Error(`no operation for ${exchange.method} ${exchange.url.pathname}`);
      return {
        operationId: operation.id,
        requestFaults: judgeRequest(operation, exchange),
        responseFaults: judgeResponse(operation, exchange),
      };
    },
  };
}

function readOperations(document: Node, at: (pointer: string) => unknown, follow: (pointer: string) => string): readonly Operation[] {
  return Object.entries(document['paths'] as Node).flatMap(([path, item]) =>
    METHODS.filter((method) => (item as Node)[method] !== undefined).map((method) => {
      const base = `/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const pointer = `${base}/${method}`;
      const parameters = [`${base}/parameters`, `${pointer}/parameters`].flatMap((list) =>
        ((at(list) as readonly unknown[] | undefined) ?? []).map((_, index) => {
          const found = follow(`${list}/${index}`);
          return { pointer: found, node: at(found) as Node };
        }),
      );
      return {
        id: String((at(pointer) as Node)['operationId']),
        method: method.toUpperCase(),
        path: new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
        concrete: !path.includes('{'),
        pointer,
        parameters,
      };
    }),
  );
}

function parameterText(node: Node, operation: Operation, exchange: Exchange): string | null {
  const name = String(node['name']);
  if (node['in'] === 'header') return exchange.requestHeaders.get(name);
  if (node['in'] === 'query') return exchange.url.searchParams.get(name);
  return operation.path.exec(exchange.url.pathname)?.groups?.[name] ?? null;
}
