import path from "node:path";

import { buildPixel, PIXEL_BUNDLE, PIXEL_BYTES_MAX } from "../scripts/build-pixel";
import { print, shown } from "./stopwatch";

// What every page of a shop carries for the pixel, against the most that it may.

const bytes = await buildPixel(path.join(import.meta.dirname, "..", PIXEL_BUNDLE));
print(
  `pixel size: ${shown(bytes / PIXEL_BYTES_MAX)} of its limit (${bytes} of ${PIXEL_BYTES_MAX} bytes)`,
);
