// The same Fluent texts as the core's, in three languages, switched at once.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Lang, Trilingual, WireTime } from '../api/types';

const files = import.meta.glob<string>('@locales/*/*.ftl', { query: '?raw', import: 'default', eager: true });
const LOCALES: Record<Lang, string> = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' };

function bundle(code: Lang): FluentBundle {
  // Kazakh has no plural rules in every engine; it needs one form in our texts.
  const made = new FluentBundle(LOCALES[code], { useIsolating: false });
  for (const [path, text] of Object.entries(files)) {
    if (path.includes(`/locales/${code}/`)) made.addResource(new FluentResource(text));
  }
  return made;
}

const bundles: Record<Lang, FluentBundle> = { kk: bundle('kk'), ru: bundle('ru'), en: bundle('en') };

function first(): Lang {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in LOCALES);
  return (wanted as Lang | undefined) ?? 'kk';
}

/** The language of the window. */
class Language {
  #current = $state<Lang>(first());

  get current(): Lang {
    return this.#current;
  }

  set current(next: Lang) {
    this.#current = next;
  }
}

export const lang = new Language();

/** Switches the language at once. */
export function setLang(next: Lang): void {
  lang.current = next;
  document.documentElement.lang = next;
}

/** Words a message in the current language; a missing one comes back as its name in ⟦⟧. */
export function t(id: string, args: Record<string, FluentVariable> = {}): string {
  const chosen = bundles[lang.current];
  const message = chosen.getMessage(id);
  return message?.value ? chosen.formatPattern(message.value, args) : `⟦${id}⟧`;
}

/** Words a message in another language than the window's: what is printed for somebody else. */
export function textIn(code: Lang, id: string, args: Record<string, FluentVariable> = {}): string {
  const message = bundles[code].getMessage(id);
  return message?.value ? bundles[code].formatPattern(message.value, args) : `⟦${id}⟧`;
}

/** Words a code of one of the core's lists: `word('deadline', 'not_met')` says the message `deadline-not-met`. */
export function word(list: string, code: string): string {
  return t(`${list}-${code.replaceAll('_', '-')}`);
}

/** Returns a text of the catalogues, or what stands for it where they have none: a method can name what nobody worded. */
export function known(id: string, otherwise: string): string {
  const words = t(id);
  return words.startsWith('⟦') ? otherwise : words;
}

/** Words a code of a list that a method can add to, or shows the code. */
export const named = (list: string, code: string): string => known(`${list}-${code.replaceAll('_', '-')}`, code);

/** Picks the text in the current language, or the next best. */
export function pick(text: Trilingual): string {
  return text[lang.current] || text.ru || text.en || text.kk;
}

/** Writes a number with the groups and the decimal sign of the language. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(LOCALES[lang.current]).format(value);
}

/** Writes a number with so many digits behind the decimal sign of the language. */
export function formatDecimal(value: number, digits: number): string {
  return new Intl.NumberFormat(LOCALES[lang.current], { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** Writes a share of `of` cases as the papers do: whole percents below a thousand cases, never a false 0 or 100. */
export function formatPercent(share: number, of: number): string {
  const percents = Math.min(1, Math.max(0, share)) * 100;
  const whole = Math.round(percents);
  const digits = of >= 1000 || (whole <= 0 && share > 0) || (whole >= 100 && share < 1) ? 1 : 0;
  const number = new Intl.NumberFormat(LOCALES[lang.current], { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(percents);
  return lang.current === 'en' ? `${number}%` : `${number}\u00a0%`;
}

function part(utcSecond: number, offset: number): { year: number; month: number; day: string; date: string; clock: string; seconds: string } {
  const local = new Date((utcSecond + offset * 60) * 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth() + 1, two(local.getUTCDate())];
  return {
    year,
    month,
    day,
    date: `${day}.${two(month)}.${year}`,
    clock: `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`,
    seconds: two(local.getUTCSeconds()),
  };
}

/** Writes a moment as finely as it is known, in the zone in which it was stated; nothing when it is unknown. */
export function formatTime(time: WireTime): string {
  if (time.earliest === null || time.latest === null) return '';
  const from = part(time.earliest, time.offset_minutes);
  const to = part(time.latest, time.offset_minutes);
  switch (time.precision) {
    case 'exact':
    case 'minute':
      return `${from.date} ${from.clock}`;
    case 'month':
      return from.month === to.month ? t('time-month', { month: t(`month-alone-${from.month}`), year: String(from.year) }) : `${from.date} – ${to.date}`;
    case 'year':
      return from.year === to.year ? String(from.year) : `${from.date} – ${to.date}`;
    default:
      return from.date === to.date ? (time.latest - time.earliest >= 86_399 ? from.date : `${from.date} ${from.clock}–${to.clock}`) : `${from.date} ${from.clock} – ${to.date} ${to.clock}`;
  }
}

/** Writes a time as shortly as a column needs: the day, the month or the year, and two days where it may be either. */
export function formatDate(time: WireTime): string {
  if (time.earliest === null || time.latest === null) return '';
  const from = part(time.earliest, time.offset_minutes);
  const to = part(time.latest, time.offset_minutes);
  if (from.date === to.date) return from.date;
  if (time.precision === 'year' && from.year === to.year) return String(from.year);
  const [, month] = from.date.split('.');
  return time.precision === 'month' && from.month === to.month && from.year === to.year ? `${month}.${from.year}` : `${from.date} – ${to.date}`;
}

/** Writes a calendar day, YYYY-MM-DD, as the other times are written. */
export function formatDay(day: string): string {
  return day.split('-').reverse().join('.');
}

/** Writes a UTC second as day and minute in Astana. */
export function formatSecond(utcSecond: number): string {
  const { date, clock } = part(utcSecond, 300);
  return `${date} ${clock}`;
}

/** Writes minutes as hours and minutes. */
export function formatDuration(minutes: number): string {
  const whole = Math.abs(Math.trunc(minutes));
  return t('time-left', { hours: formatNumber(Math.floor(whole / 60)), minutes: String(whole % 60).padStart(2, '0') });
}
