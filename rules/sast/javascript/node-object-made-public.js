async function upload(client, body) {
  // ruleid: node-object-made-public
  await client.send(new PutObjectCommand({ Bucket: "a", Key: "k", Body: body, ACL: "public-read" }));
  // ruleid: node-object-made-public
  s3.upload({ ACL: "public-read-write", Bucket: "a", Key: "k", Body: body }, done);
  // ruleid: node-object-made-public
  const storage = multerS3({ s3: client, bucket: "a", acl: "public-read" });
  const params = {
    Key: "k",
    // ok: node-object-made-public
    ContentType: "image/png",
  };
  // ruleid: node-object-made-public
  const more = { Bucket: process.env.BUCKET, Key: "k", ACL: "authenticated-read" };
  // ok: node-object-made-public
  await client.send(new PutObjectCommand({ Bucket: "a", Key: "k", Body: body }));
  // ok: node-object-made-public
  s3.upload({ ACL: "private", Bucket: "a", Key: "k", Body: body }, done);
  // ok: node-object-made-public
  const own = multerS3({ s3: client, bucket: "a", acl: "private" });
  return [storage, params, more, own];
}
