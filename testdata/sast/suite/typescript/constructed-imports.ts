import * as s3 from '@lib/s3';
import {Bucket} from '@lib/s3';
// ruleid: typescript-constructed-imports-any
const a = new s3.Bucket();
// ruleid: typescript-constructed-imports-any
const b = new Bucket();
