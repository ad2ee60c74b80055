import { z } from "zod";

// Must run before any schema is made: zod else tries `new Function`, which the page's policy forbids and reports.
z.config({ jitless: true });
