const helmet = require("helmet");
const app = express();
// ruleid: helmet-protection-disabled
app.use(helmet({ contentSecurityPolicy: false }));
// ruleid: helmet-protection-disabled
app.use(helmet({ hidePoweredBy: true, frameguard: false }));
app.use(
  // ruleid: helmet-protection-disabled
  helmet({
    hsts: false,
    noSniff: true,
  })
);
// ruleid: helmet-protection-disabled
fastify.register(plugin, helmet({ xContentTypeOptions: false }));
// ok: helmet-protection-disabled
app.use(helmet());
// ok: helmet-protection-disabled
app.use(helmet({ contentSecurityPolicy: { directives: { defaultSrc: ["'self'"] } } }));
// ok: helmet-protection-disabled
app.use(helmet({ crossOriginEmbedderPolicy: false }));
// ok: helmet-protection-disabled
app.use(other({ contentSecurityPolicy: false }));
// ok: helmet-protection-disabled
app.use(helmet({ contentSecurityPolicy: production }));
