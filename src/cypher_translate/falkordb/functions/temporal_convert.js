// Temporal values from the clock, from numbers since 1970 and from other temporal values.

const Conversions = (() => {
  /** The value of a kind at a moment given as a zoned date-time, in a zone. */
  function now(kind, moment, zone = Temporals.UTC) {
    return convert(kind, Temporals.atMoment(Codec.utc(moment), zone));
  }

  /** The moment in UTC of a number of fractions of a second since 1970; `nanos` are added. */
  function epochMoment(amount, perSecond, nanos = 0) {
    const day = Math.floor(amount / (86400 * perSecond));
    const rest = amount - day * 86400 * perSecond;
    return { day: Calendar.inRange(day), nano: rest * (1e9 / perSecond) + nanos };
  }

  /** The value as another kind, as in date(datetime()) or localtime(time()). */
  function convert(kind, value) {
    switch (kind) {
      case 'date': return { kind, day: Temporals.dayOf(value) };
      case 'localtime': return { kind, nano: Temporals.nanoOf(value) };
      case 'time': return { kind, nano: Temporals.nanoOf(value), offset: value.offset ?? 0 };
      case 'localdatetime': return { kind, nano: Temporals.nanoOf(value), day: Temporals.dayOf(value) };
      default:
        if (value.kind === kind) return value;
        if (value.kind === 'localdatetime') return Temporals.atZone(value.day, value.nano, Temporals.UTC);
        return fail('TypeError', `Cannot select datetime from: ${Codec.iso(value)}`);
    }
  }

  return { now, epochMoment, convert };
})();
