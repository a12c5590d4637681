/**
 * Taro's templates know no aria attributes, and a screen reader would meet silent boxes. The same table is merged into
 * the template at build time and into the runtime, because both derive the short property names from its order.
 */
const aria = { 'aria-label': '', 'aria-role': '' }
exports.components = { View: aria, Button: aria, Image: aria, Text: aria }
