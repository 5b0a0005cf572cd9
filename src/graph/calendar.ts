const zone = '(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?';
const year = '-?(?<year>[1-9]\\d{3,}|0\\d{3})';
const month = '(?<month>0[1-9]|1[0-2])';
const day = '(?<day>0[1-9]|[12]\\d|3[01])';
const time = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)';

const pattern = (body: string) => new RegExp(`^${body}$`);

/** Tests of the date and time types of XSD 1.1 (§3.3.6–3.3.16, D.3), days of the calendar included. */
export const calendar: Readonly<Record<string, (text: string) => boolean>> = {
  dateTime: dated(`${year}-${month}-${day}T${time}${zone}`),
  dateTimeStamp: dated(`${year}-${month}-${day}T${time}${zone.replace(/\?$/, '')}`),
  date: dated(`${year}-${month}-${day}${zone}`),
  gYearMonth: dated(`${year}-${month}${zone}`),
  gYear: dated(`${year}${zone}`),
  gMonthDay: dated(`--${month}-${day}${zone}`),
  gMonth: dated(`--${month}${zone}`),
  gDay: dated(`---${day}${zone}`),
  time: dated(`${time}${zone}`),
  duration: dated(
    '-?P(?=[\\dT])(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?',
  ),
  yearMonthDuration: dated('-?P(?=\\d)(?:\\d+Y)?(?:\\d+M)?'),
  dayTimeDuration: dated('-?P(?=[\\dT])(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?'),
};

/** Tests the pattern, then whether the month has the day; a day of no year may be in a leap year. */
function dated(body: string): (text: string) => boolean {
  const whole = pattern(body);
  return (text) => {
    const { year, month, day } = whole.exec(text)?.groups ?? {};
    if (!month || !day) return whole.test(text);
    return Number(day) <= daysIn(Number(month), year === undefined || isLeap(year));
  };
}

const daysIn = (month: number, leap: boolean): number =>
  [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;

/** Gregorian, also before it was used; the last four digits decide, since 10,000 years are 25 times 400. */
function isLeap(year: string): boolean {
  const last = Number(year.slice(-4));
  return last % 4 === 0 && (last % 100 !== 0 || last % 400 === 0);
}
