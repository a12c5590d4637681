import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Problem } from './problem.dto.ts';

/** The API as an OpenAPI document: what clients' types are generated from, and what the bad-input test walks over. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const described = new DocumentBuilder()
    .setTitle('城乡居民社保服务大厅 API')
    .setDescription('Instants are epoch milliseconds (UTC); days are YYYY-MM-DD and clocks HH:mm in Asia/Shanghai. Errors are application/problem+json with a stable `code`.')
    .setVersion('1')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, described, { extraModels: [Problem], operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}` });
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path)) {
      if (typeof operation !== 'object' || !('responses' in operation)) continue;
      operation.responses.default = { description: 'a refusal', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
    }
  }
  return document;
}

/** `/api/docs` for people, `/api/openapi.json` for programs. */
export function serveApiDocs(app: NestFastifyApplication, document: OpenAPIObject): void {
  SwaggerModule.setup('api/docs', app, document, { jsonDocumentUrl: 'api/openapi.json', yamlDocumentUrl: 'api/openapi.yaml' });
}
