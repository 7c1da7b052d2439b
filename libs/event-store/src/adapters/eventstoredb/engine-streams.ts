/**
 * What the names of the engine's streams begin with. A node of EventStoreDB may be shared, so the log is read for these only;
 * an append to any other is refused, since it would never be seen.
 */
export const ENGINE_STREAMS: readonly string[] = [
  'jeugdige-',
  'machtiging-',
  'traject-',
  'document-',
  'normtoets-',
  'voorziening-',
  'proces-',
  'kwartaalreview-',
  'opschaling-',
  'terugkeer-',
  'bericht-',
];
