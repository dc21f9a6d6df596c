/** What a column can stand for, by the importer's own names, with the headers it knows by itself. */
export const fields: [field: string, text: string, known: string[]][] = [
  ['at', 'Time', ['time', 'timestamp', 'datetime', 'detecttimestamp', 'acquiredat', 'observedat']],
  ['from', 'Start of the interval', ['start', 'starttime', 'productstarttime', 'scenestart']],
  ['to', 'End of the interval', ['end', 'endtime', 'productstoptime', 'sceneend']],
  ['latitude', 'Latitude', ['latitudedegrees', 'lat', 'detectlat', 'y']],
  ['longitude', 'Longitude', ['longitudedegrees', 'lon', 'lng', 'long', 'detectlon', 'x']],
  ['positionError', 'Position error, m', ['positionerrormetres', 'positionerrorm']],
  ['length', 'Length, m', ['lengthmetres', 'lengthm', 'vessellengthm', 'estimatedlengthm', 'estimatedlength']],
  ['beam', 'Beam, m', ['beammetres', 'beamm', 'width', 'widthm', 'vesselwidthm', 'estimatedwidthm']],
  ['heading', 'Heading, °', ['headingdegrees', 'headingdeg']],
  ['confidence', 'Confidence, 0 to 1', ['score', 'presencescore']],
  ['confidencePercent', 'Confidence, %', ['probability']],
  ['scene', 'Scene', ['sceneid', 'productid', 'frameid']],
  ['label', 'Label', ['detectid', 'detectionid']],
  ['note', 'Note', ['remark', 'comment']],
];

const plain = (header: string) => header.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The headers of a CSV, from the first line of the file. */
export function headersOf(start: string): string[] {
  const line = start.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '';
  const outside = line.replace(/"[^"]*"/g, '');
  const separator = [',', ';', '\t', '|'].reduce((best, one) => (outside.split(one).length > outside.split(best).length ? one : best));
  return line.split(separator).map((header) => header.trim().replace(/^"|"$/g, ''));
}

/** The column the importer takes for a field when nobody says otherwise. */
export function knownColumn(headers: string[], field: string): string | undefined {
  const known = fields.find(([name]) => name === field)?.[2] ?? [];
  return headers.find((header) => plain(header) === plain(field) || known.includes(plain(header)));
}
