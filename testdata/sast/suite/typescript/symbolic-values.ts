import * as aws from '@aws-cdk/aws-s3';
import { Bucket } from 'aws';
const p = { encryption: 1 };
// ruleid: typescript-symbolic-values
new aws.Bucket(this, 'a', {});
new aws.Bucket(this, 'b', { encryption: x });
new aws.Bucket(this, 'c', p);
new aws.Bucket(this, 'd');
// ruleid: typescript-symbolic-values
new Bucket(this, 'e', { versioned: true });
