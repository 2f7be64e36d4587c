/** Why a command refuses its input, on standard error. Each says what to mend. */
export const commands = {
  file_unreadable: "{file} cannot be read. Check the path and its permissions.",
  file_not_json: "{file} is not JSON. Check that it is whole.",
  order_refused:
    "{file} is not a Shopify order webhook body. These fields are missing or do not fit: {fields}.",
  settings_refused: "The settings in {file} have unknown keys or values that do not fit: {fields}.",
  context_refused: "The context in {file} has unknown keys or values that do not fit: {fields}.",
  user_data_refused:
    "{file} is not a JSON object of user data with texts, numbers or lists of them. These keys are unknown or do not fit: {fields}.",
  event_refused: "{file} is not one element of an /ingest body: a JSON object with a name.",
  now_refused: "--now {text} is no point in time. Write it like 2026-11-06T04:00:00Z.",
  country_refused: "--country {text} is no country. Write its two-letter code, such as US.",
  bulk_line_refused:
    "Line {line} of {file} is cut off, or no line of a products bulk operation; what does not fit: {fields}. Fetch the file again.",
  feed_is_json: "{file} is JSON and not a feed file. Name a TSV, CSV or XML file.",
  file_unwritable: "{file} cannot be written. Check the path and its permissions.",
  platform_not_there_yet: "The platform {platform} is not there yet. Use shopify.",
} as const;
