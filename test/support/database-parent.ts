import { startEmbeddedDatabase } from "../../app/embedded-database.server";

// Starts an embedded PostgreSQL, says where it is, and waits for its own end. A test kills it.
const [installationDir = "", dataRoot = ""] = process.argv.slice(2);
const { url } = await startEmbeddedDatabase(installationDir, dataRoot);
process.stdout.write(`${url}\n`);
setInterval(() => undefined, 60_000);
