import type { INestApplication, Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { documentController } from './route-documentation.js';

/** The API described by its own routes and schemas; checked in as `apps/api/openapi.json`. */
export const createOpenApi = (app: INestApplication): OpenAPIObject => {
  const config = new DocumentBuilder()
    .setTitle('Regielijn')
    .setDescription(
      'Casusregie en plaatsing in de gesloten jeugdhulp. Elke opdracht mag een Idempotency-Key dragen en antwoordt met de positie in het logboek; geef die in Lees-Na mee om uw eigen wijziging terug te lezen.',
    )
    .setVersion('0.1.0')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/nl/')
    .setContact('Regielijn', 'https://example.org/regielijn', 'regielijn@example.org')
    .setOpenAPIVersion('3.1.0')
    .addServer('/')
    .addBearerAuth()
    .build();
  for (const { controllers } of app.get(ModulesContainer).values())
    for (const { metatype } of controllers.values()) documentController(metatype as Type);
  return asProblems(SwaggerModule.createDocument(app, config, { operationIdFactory: (_, method) => method }));
};

/** Refusals are `application/problem+json`; the generator knows one content type per API. */
const asProblems = (document: OpenAPIObject): OpenAPIObject => {
  for (const path of Object.values(document.paths))
    for (const { responses } of [path.get, path.post].filter((operation) => operation !== undefined))
      for (const [status, response] of Object.entries(responses))
        if (Number(status) >= 400 && response && 'content' in response && response.content)
          response.content = { 'application/problem+json': response.content['application/json']! };
  return document;
};
