import { exposeCore } from "./expose";

exposeCore();
