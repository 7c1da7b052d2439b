import type { INestApplication, Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { API_VERSION } from './problems.js';
import { documentController } from './route-documentation.js';

/** What a reader finds under each tag; the linter names one that is missing here. */
const TAGS: Readonly<Record<string, string>> = {
  berichten: 'Berichten per e-mail: wie ze krijgt, en wat ervan kwam',
  documenten: 'Bestanden van een dossier, met hun versies',
  jeugdigen: 'Dossiers: wie het is, wie de regie voert, wie erom heen staan en wat is besloten',
  kwartaalreviews: 'Afwijkingen besproken: wie erover oordeelt, wat is geconcludeerd en afgesproken',
  machtigingen: 'Verzoeken aan de kinderrechter en wat daarvan werd',
  monitor: 'Cijfers over een jaar, zonder dossiers',
  normenkader: 'Normen, hoe een traject zich daartoe verhoudt, en waarom is afgeweken',
  werklijst: 'Wat er op uw organisatie en uw rol wacht',
  terugkeren: 'De voorbereiding van de terugkeer naar de gemeente, als het einde van de hulp in zicht is',
  opschalingen: 'Vragen die een ladder op gaan tot er een antwoord is',
  termijnen: 'Wat er wanneer moet gebeuren, en of dat is gemeld',
  trajecten: 'Van aanmelding en plek tot opname, uitstroom en nazorg',
  voorzieningen: 'Plekken: open, gereserveerd en bezet',
  wijzigingen: 'Wat er verandert, terwijl het verandert',
};

/** The API described by its own routes and schemas; checked in as `apps/api/openapi.json`. */
export const createOpenApi = (app: INestApplication): OpenAPIObject => {
  const config = new DocumentBuilder()
    .setTitle('Regielijn')
    .setDescription(
      'Casusregie en plaatsing in de gesloten jeugdhulp. Elke opdracht mag een Idempotency-Key dragen en antwoordt met de positie in het logboek; geef die in Lees-Na mee om uw eigen wijziging terug te lezen.',
    )
    .setVersion(API_VERSION)
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/nl/')
    .setContact('Regielijn', 'https://example.org/regielijn', 'regielijn@example.org')
    .setOpenAPIVersion('3.1.0')
    .addServer('/v1')
    .addBearerAuth()
    .build();
  for (const { controllers } of app.get(ModulesContainer).values())
    for (const { metatype } of controllers.values()) documentController(metatype as Type);
  const document = SwaggerModule.createDocument(app, config, {
    // The server's address has it: every path is of this version (uri-version).
    ignoreGlobalPrefix: true,
    operationIdFactory: (_, method) => method,
  });
  const operations = Object.values(document.paths).flatMap(({ get, post }) => [get ?? [], post ?? []].flat());
  for (const { responses } of operations) withVersion(asProblems(responses));
  const tags = [...new Set(operations.flatMap((operation) => operation.tags ?? []))].sort();
  return {
    ...document,
    tags: tags.map((name) => ({ name, description: TAGS[name]! })),
    components: { ...document.components, headers: { 'API-Version': VERSION_HEADER } },
  };
};

type Responses = NonNullable<OpenAPIObject['paths'][string]['get']>['responses'];

const VERSION_HEADER = {
  description: 'Volledige versie van de API die antwoordt',
  schema: { type: 'string', example: API_VERSION },
} as const;

/** Refusals are `application/problem+json`; the generator knows one content type per API. */
const asProblems = (responses: Responses): Responses => {
  for (const [status, response] of Object.entries(responses))
    if (Number(status) >= 400 && response && 'content' in response && response.content)
      response.content = { 'application/problem+json': response.content['application/json']! };
  return responses;
};

/** Every answer says of which version it is (version-header). */
const withVersion = (responses: Responses): void => {
  for (const response of Object.values(responses))
    if (response && 'description' in response)
      response.headers = { ...response.headers, 'API-Version': { $ref: '#/components/headers/API-Version' } };
};
