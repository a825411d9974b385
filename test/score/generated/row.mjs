// A row of a corpus under way: its text, and what stands in it.

/** Text is said piece by piece; whatever is put stands at the end of what was said. */
export class Row {
  text = "";
  mentions = [];
  conversions = [];
  growth = [];
  from_to = [];
  traps = [];

  say(text) {
    this.text += text;
    return this;
  }

  /** A mention at the end of the text so far. */
  put(kind, span, fields) {
    const start = this.text.length;
    this.text += span;
    const mention = { span, start, end: this.text.length, kind, ...fields };
    this.mentions.push(mention);
    return mention;
  }

  trap(span, why) {
    const start = this.text.length;
    this.text += span;
    this.traps.push({ span, start, end: this.text.length, why });
  }

  grew(rate, unit, signed, { level, base, basis = "yoy", period }) {
    this.growth.push({
      rate_span: rate.span,
      rate_start: rate.start,
      unit,
      signed_rate: signed,
      current_span: level?.span ?? null,
      ...(level ? { current_start: level.start } : {}),
      ...(base ? { stated_baseline_span: base.span, stated_baseline_start: base.start } : {}),
      period: period ?? null,
      basis,
    });
  }

  pair(amount, converted) {
    this.conversions.push({
      source_span: amount.span,
      source_start: amount.start,
      target_span: converted.span,
      target_start: converted.start,
    });
  }
}
