const minus = '−';

/** `2024-02-09 04:30 UTC`; seconds only where the record has them. */
export function utc(iso: string | undefined, seconds: 'auto' | 'never' = 'auto'): string {
  if (!iso) return 'unknown';
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const text = date.toISOString();
  const withSeconds = seconds === 'auto' && date.getUTCSeconds() !== 0;
  return `${text.slice(0, 10)} ${text.slice(11, withSeconds ? 19 : 16)} UTC`;
}

export function utcDay(iso: string | undefined): string {
  if (!iso) return 'unknown';
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : date.toISOString().slice(0, 10);
}

/** What a dated fact may claim: a month known only as a month is shown as one. */
export function utcAs(iso: string, precision: string | undefined): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const text = date.toISOString();
  if (precision === 'year') return text.slice(0, 4);
  if (precision === 'month') return text.slice(0, 7);
  if (precision === 'day') return `${text.slice(0, 10)} UTC`;
  return utc(iso);
}

function oneDms(value: number, positive: string, negative: string, width: number): string {
  const total = Math.round(Math.abs(value) * 3600);
  const degrees = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const seconds = total % 60;
  const pad = (n: number, w: number) => String(n).padStart(w, '0');
  return `${pad(degrees, width)}°${pad(minutes, 2)}′${pad(seconds, 2)}″ ${value < 0 ? negative : positive}`;
}

/** `29°58′12″ N 122°17′24″ E` */
export function dms(latitude: number, longitude: number): string {
  return `${oneDms(latitude, 'N', 'S', 2)} ${oneDms(wrapLongitude(longitude), 'E', 'W', 3)}`;
}

export function decimal(latitude: number, longitude: number): string {
  const sign = (n: number) => (n < 0 ? `${minus}${Math.abs(n).toFixed(4)}` : n.toFixed(4));
  return `${sign(latitude)}, ${sign(wrapLongitude(longitude))}`;
}

export function wrapLongitude(longitude: number): number {
  const wrapped = ((((longitude + 180) % 360) + 360) % 360) - 180;
  return wrapped === -180 && longitude > 0 ? 180 : wrapped;
}

/** `31.2 h`, from four days on `12 d 4 h`. */
export function hours(value: number | undefined): string {
  if (value === undefined) return 'unknown';
  const size = Math.abs(value);
  const sign = value < 0 ? minus : '';
  if (size < 1) return `${sign}${Math.round(size * 60)} min`;
  if (size < 96) return `${sign}${size.toFixed(1)} h`;
  const whole = Math.round(size);
  const rest = whole % 24;
  return `${sign}${Math.floor(whole / 24)} d${rest ? ` ${rest} h` : ''}`;
}

/** A duration as settings write it, such as PT30M, in words; anything else as it is. */
export function plainDuration(value: string): string {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(value);
  if (!parts) return value;
  const [, d, h, m, s] = parts;
  const said = [d && `${d} d`, h && `${h} h`, m && `${m} min`, s && `${s} s`].filter(Boolean);
  return said.length > 0 ? said.join(' ') : value;
}

export const nauticalMiles = (value: number | undefined) =>
  value === undefined ? 'unknown' : `${value.toFixed(value < 100 ? 1 : 0)} nm`;

export const knots = (value: number | undefined) => (value === undefined ? 'unknown' : `${value.toFixed(1)} kn`);

export const number = (value: number | undefined) =>
  value === undefined ? 'unknown' : value.toLocaleString('en-GB').replace(/,/g, '\u202f');

export function bytes(value: number | undefined): string {
  if (value === undefined) return 'unknown';
  if (value < 1000) return `${value} B`;
  if (value < 1e6) return `${(value / 1e3).toFixed(1)} kB`;
  if (value < 1e9) return `${(value / 1e6).toFixed(1)} MB`;
  return `${(value / 1e9).toFixed(2)} GB`;
}

/** `3 h ago`, `in 2 d`; always beside the exact time, never instead of it. */
export function relative(iso: string | undefined, now = Date.now()): string {
  if (!iso) return '';
  const minutes = (new Date(iso).getTime() - now) / 60_000;
  if (Number.isNaN(minutes)) return '';
  const size = Math.abs(minutes);
  const text =
    size < 1 ? 'now' : size < 60 ? `${Math.round(size)} min` : size < 2880 ? `${Math.round(size / 60)} h` : `${Math.round(size / 1440)} d`;
  if (text === 'now') return 'now';
  return minutes < 0 ? `${text} ago` : `in ${text}`;
}

/** `in-review` → `In review` */
export function words(slug: string): string {
  const text = slug.replace(/[-_]/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A place typed by a person: decimal degrees, or degrees, minutes, seconds with N/S/E/W. */
export function parsePlace(text: string): { latitudeDegrees: number; longitudeDegrees: number } | undefined {
  const cleaned = text.trim().replaceAll(minus, '-').toUpperCase();
  const plain = /^(-?\d+(?:\.\d+)?)\s*°?\s*([NS])?[\s,;]+(-?\d+(?:\.\d+)?)\s*°?\s*([EW])?$/.exec(cleaned);
  const sexagesimal =
    /^(\d+)\s*°\s*(\d+(?:\.\d+)?)\s*[′']\s*(?:(\d+(?:\.\d+)?)\s*[″"])?\s*([NS])[\s,;]*(\d+)\s*°\s*(\d+(?:\.\d+)?)\s*[′']\s*(?:(\d+(?:\.\d+)?)\s*[″"])?\s*([EW])$/.exec(
      cleaned,
    );
  let latitude: number;
  let longitude: number;
  if (plain) {
    latitude = Number(plain[1]) * (plain[2] === 'S' ? -1 : 1);
    longitude = Number(plain[3]) * (plain[4] === 'W' ? -1 : 1);
  } else if (sexagesimal) {
    const value = (d?: string, m?: string, s?: string) => Number(d) + Number(m) / 60 + Number(s ?? 0) / 3600;
    latitude = value(sexagesimal[1], sexagesimal[2], sexagesimal[3]) * (sexagesimal[4] === 'S' ? -1 : 1);
    longitude = value(sexagesimal[5], sexagesimal[6], sexagesimal[7]) * (sexagesimal[8] === 'W' ? -1 : 1);
  } else {
    return undefined;
  }
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return undefined;
  return { latitudeDegrees: latitude, longitudeDegrees: longitude };
}

/** A time typed by a person, always UTC: `2024-02-09 04:30`, `2024-02-09T04:30Z`, `2024-02-09`. */
export function parseUtc(text: string): string | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?)?\s*(?:Z|UTC)?$/i.exec(text.trim());
  if (!found) return undefined;
  const date = new Date(`${found[1]}T${found[2] ?? '00:00'}${found[3] ?? ':00'}Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== found[1]) return undefined;
  return date.toISOString().replace('.000Z', 'Z');
}

/** A time as a person types it, to the digit: what [parseUtc] reads. */
export const plainTime = (iso: string) => iso.replace('T', ' ').replace(/Z$/, '');

/** A count that the service gives up to a thousand. */
export const upTo = (count: number) => (count >= 1000 ? '1,000+' : String(count));
