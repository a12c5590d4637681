/** What we read of an OpenAPI document. */
export interface Schema {
  type?: string;
  format?: string;
  enum?: unknown[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  allOf?: Schema[];
  $ref?: string;
  nullable?: boolean;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema?: Schema;
}

export interface Operation {
  method: string;
  /** As the document writes it: `/api/resident/applications/{id}`. */
  path: string;
  parameters: Parameter[];
  /** Null when the operation takes no body. */
  body: { kind: 'json' | 'file'; schema: Schema } | null;
}

export interface Document {
  paths: Record<string, Record<string, { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: Schema }> } }>>;
  components?: { schemas?: Record<string, Schema> };
}

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** Every operation of the document, in its order. */
export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).filter(([method]) => METHODS.has(method)).map(([method, described]) => {
      const json = described.requestBody?.content['application/json'];
      const file = described.requestBody?.content['multipart/form-data'];
      const body = json ? { kind: 'json' as const, schema: json.schema } : file ? { kind: 'file' as const, schema: file.schema } : null;
      return { method: method.toUpperCase(), path, parameters: described.parameters ?? [], body };
    }));
}

/** Follows references and joins what was composed. */
export function resolve(schema: Schema, document: Document): Schema {
  if (schema.$ref) return resolve(document.components?.schemas?.[schema.$ref.split('/').at(-1)!] ?? {}, document);
  if (!schema.allOf) return schema;
  return Object.assign({}, schema, ...schema.allOf.map((part) => resolve(part, document))) as Schema;
}

/** `GET /api/x/:id`, as routes are named elsewhere. */
export const nameOf = (operation: Pick<Operation, 'method' | 'path'>): string => `${operation.method} ${operation.path.replace(/\{(\w+)\}/g, ':$1')}`;
