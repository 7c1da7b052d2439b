import type { Type } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiExcludeController,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiResponse,
  ApiTags,
  type OpenAPIObject,
} from '@nestjs/swagger';
import { VraagBesluit } from '@regielijn/jeugdige';
import { IdSchema, InstantSchema } from '@regielijn/kern';
import {
  ALS_BESTAND,
  type CommandRoute,
  isBladervraag,
  methodOf,
  type QueryRoute,
  type Route,
  tableOf,
} from '@regielijn/poort';
import { z } from 'zod';
import { BESLUIT_PAGE, BESLUIT_PAGE_PATH, BesluitPageController } from './besluit-page.js';
import { CHANGES_PATH, ChangesController } from './changes.controller.js';

/** What every command answers. */
const BevestigingSchema = z
  .strictObject({
    id: IdSchema.nullable().meta({ description: 'Id van wat deze opdracht heeft gemaakt, als dat zo is' }),
    versie: z.int().meta({ description: 'Versie na deze opdracht; geef die mee in If-Match' }),
    positie: z.string().meta({ description: 'Geef deze mee in Lees-Na om uw eigen wijziging terug te zien' }),
    gebeurtenissen: z.array(IdSchema).meta({ description: 'Ids van wat is vastgelegd; leeg als het al zo was' }),
  })
  .meta({ id: 'Bevestiging' });

const ProbleemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().meta({ description: 'Vaste code van deze fout' }),
    bron: z.string().optional().meta({ description: 'Artikel of norm, als een regel dit bepaalt' }),
  })
  .meta({ id: 'Probleem', description: 'Foutmelding volgens RFC 9457' });

/** The body of a command as the API documents it: without what stands in the path or follows from who asks. */
const bodySchemaOf = (route: CommandRoute): z.ZodObject => {
  const { schema } = route.opdracht.definition;
  const fromPath = [...route.pad.matchAll(/:(\w+)/g)].map(([, name]) => name!);
  const fromActor = Object.keys(route.uitActor?.({ subject: '', organisatie: '', rol: '' }) ?? {});
  const rest = Object.entries(schema.shape).filter(([name]) => !fromPath.includes(name) && !fromActor.includes(name));
  return z.strictObject({
    ...Object.fromEntries(rest),
    geldigOp: InstantSchema.optional().meta({ description: 'Wanneer het gebeurde; nu als u niets invult' }),
  });
};

type JsonSchema = Exclude<NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string], { $ref: string }>;

/** As a caller may write it: before defaults and normalisation. */
const jsonSchemaOf = (schema: z.ZodType): JsonSchema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest as JsonSchema;
};

const problems = [
  [400, 'De invoer klopt niet'],
  [401, 'Niet aangemeld'],
  [403, 'Geen toegang'],
  [404, 'Niet gevonden'],
  [409, 'Een wet, regel of de stand van zaken staat dit niet toe'],
  [503, 'Even niet beschikbaar; probeer het later opnieuw'],
] as const;

const documentProblems = (): MethodDecorator[] =>
  problems.map(([status, description]) => ApiResponse({ status, description, standardSchema: ProbleemSchema }));

const documentCommand = (route: CommandRoute): MethodDecorator[] => {
  const { omschrijving, bron, naam, soort } = route.opdracht.definition;
  return [
    ApiOperation({
      operationId: naam,
      summary: omschrijving,
      description: [`Soort: ${soort}.`, bron && `Bron: ${bron}.`].filter(Boolean).join(' '),
    }),
    ApiHeader({
      name: 'Idempotency-Key',
      description: 'Uuid van deze opdracht: dezelfde sleutel wordt één keer uitgevoerd',
      required: false,
    }),
    ApiHeader({ name: 'If-Match', description: 'Versie waarop u zich baseert', required: false }),
    ApiBody({ schema: jsonSchemaOf(bodySchemaOf(route)) }),
    ApiResponse({ status: route.nieuwId ? 201 : 200, description: 'Vastgelegd', standardSchema: BevestigingSchema }),
    ApiResponse({ status: 410, description: 'Het dossier is vernietigd', standardSchema: ProbleemSchema }),
    ApiResponse({ status: 412, description: 'Intussen gewijzigd', standardSchema: ProbleemSchema }),
    ...documentContent(),
  ];
};

const documentContent = (): MethodDecorator[] => [
  ApiResponse({ status: 413, description: 'Te groot', standardSchema: ProbleemSchema }),
  ApiResponse({ status: 415, description: 'Geen JSON', standardSchema: ProbleemSchema }),
];

const LINK = {
  Link: {
    description: 'Het adres van het vervolg, met rel="next"; er is geen kop Link als dit het einde is',
    schema: { type: 'string' as const },
  },
};

const documentAnswer = (route: QueryRoute): MethodDecorator[] =>
  route.antwoord === ALS_BESTAND
    ? [
        ApiResponse({
          status: 200,
          description: 'Het bestand, om op te slaan',
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        }),
        ApiResponse({ status: 410, description: 'Ingetrokken of vernietigd', standardSchema: ProbleemSchema }),
      ]
    : [
        ApiResponse({
          ...{ status: 200, description: 'Antwoord', standardSchema: route.antwoord },
          ...(isBladervraag(route) ? { headers: LINK } : {}),
        }),
      ];

const documentParameter = (name: string, field: z.ZodType): MethodDecorator => {
  const { description, ...schema } = jsonSchemaOf(field);
  return ApiQuery({
    ...{ name, required: !field.safeParse(undefined).success, schema },
    ...(description === undefined ? {} : { description }),
  });
};

const eersteZin = (tekst: string): string => tekst.split(/(?<=\.) /)[0]!;

const documentQuery = (route: QueryRoute): MethodDecorator[] => {
  const { omschrijving, naam, schema } = route.vraag.definition;
  const inPath = new Set([...route.pad.matchAll(/:(\w+)/g)].map(([, name]) => name!));
  return [
    ApiOperation({ operationId: naam, summary: eersteZin(omschrijving), description: omschrijving }),
    ApiHeader({
      name: 'Lees-Na',
      description: 'Positie van een eerdere opdracht: het antwoord kent die zeker',
      required: false,
    }),
    ...documentAnswer(route),
    ...(route.inInhoud ? [ApiBody({ schema: jsonSchemaOf(schema) }), ...documentContent()] : []),
    ...Object.entries(route.inInhoud ? {} : schema.shape)
      .filter(([name]) => !inPath.has(name))
      .map(([name, field]) => documentParameter(name, field as z.ZodType)),
  ];
};

const documentParams = ({ pad }: Pick<Route, 'pad'>): MethodDecorator[] =>
  [...pad.matchAll(/:(\w+)/g)].map(([, param]) =>
    ApiParam(
      /Id$/.test(param!)
        ? {
            name: param!,
            description: 'Het id dat het antwoord gaf toen dit werd vastgelegd',
            schema: { type: 'string', format: 'uuid' },
          }
        : { name: param!, description: 'Volgnummer, te beginnen bij 1', schema: { type: 'integer' } },
    ),
  );

const documentMethod = (controller: Type, name: string, decorators: readonly MethodDecorator[]): void => {
  const { prototype } = controller as { prototype: object };
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name)!;
  for (const decorate of [...decorators, ...documentProblems()]) decorate(prototype, name, descriptor);
};

const documentTag = (controller: Type, tag: string): void => {
  for (const decorate of [ApiTags(tag), ApiBearerAuth()]) decorate(controller);
};

/** A page: beside the route that answers the same question as data. */
const documentBesluitPage = (): void => {
  documentMethod(BesluitPageController, 'print', [
    ApiOperation({
      operationId: `${VraagBesluit.definition.naam}-afdruk`,
      summary: 'Eén verantwoord besluit, zoals het nu luidt, als pagina om te lezen of te printen.',
      description: 'Dezelfde gegevens als zonder /afdruk.',
    }),
    ApiResponse({
      status: 200,
      description: 'De pagina',
      content: { 'text/html': { schema: { type: 'string' } } },
    }),
    ...documentParams({ pad: BESLUIT_PAGE }),
  ]);
  documentTag(BesluitPageController, BESLUIT_PAGE_PATH);
};

/** An answer that does not end. */
const documentChanges = (): void => {
  const omschrijving =
    'Volgt wat er verandert, zodra het is vastgelegd: waarover en wat voor gebeurtenis, zonder de inhoud. Alleen wat u met uw rol mag opvragen.';
  documentMethod(ChangesController, 'follow', [
    ApiOperation({ operationId: 'wijzigingen', summary: eersteZin(omschrijving), description: omschrijving }),
    ApiHeader({
      name: 'Last-Event-ID',
      description:
        'De id van de laatste wijziging die u hebt: u krijgt wat daarna kwam. Zonder: wat er vanaf nu verandert',
      required: false,
    }),
    ApiResponse({
      status: 200,
      description:
        'Server-Sent Events, tot u de verbinding sluit of uw token verloopt. De id van een wijziging is ook de positie voor Lees-Na',
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    }),
  ]);
  documentTag(ChangesController, CHANGES_PATH);
};

/** The controllers that no table of routes made, and that are for callers. */
const written: ReadonlyMap<Type, () => void> = new Map<Type, () => void>([
  [BesluitPageController, documentBesluitPage],
  [ChangesController, documentChanges],
]);

/**
 * Says of each route of a controller what it takes and answers; what was written by hand to watch the process is left
 * out. Beside the routes and not in them: the generator is a third of all that is loaded, and only who asks for the
 * document needs it.
 */
export const documentController = (controller: Type): void => {
  const table = tableOf(controller);
  if (table) {
    table.routes.forEach((route, index) => {
      const own = 'opdracht' in route ? documentCommand(route) : documentQuery(route);
      documentMethod(controller, methodOf(index), [...own, ...documentParams(route)]);
    });
    documentTag(controller, table.tag);
  } else (written.get(controller) ?? ApiExcludeController())(controller);
};
