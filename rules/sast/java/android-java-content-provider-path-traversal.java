class Shared extends ContentProvider {
    private File folder;

    @Override
    public ParcelFileDescriptor openFile(Uri uri, String mode) throws FileNotFoundException {
        // ruleid: android-java-content-provider-path-traversal
        File file = new File(folder, uri.getLastPathSegment());
        // ruleid: android-java-content-provider-path-traversal
        File other = new File(uri.getPath());
        String name = uri.getQueryParameter("name");
        // ruleid: android-java-content-provider-path-traversal
        File third = new File("/data/data/com.example/files/" + name);
        read(uri.getPath());
        // ok: android-java-content-provider-path-traversal
        File safe = new File(folder, new File(uri.getPath()).getName());
        // ok: android-java-content-provider-path-traversal
        File number = new File(folder, "item-" + ContentUris.parseId(uri));
        // ok: android-java-content-provider-path-traversal
        File fixed = new File(folder, "shared.txt");
        return ParcelFileDescriptor.open(file, ParcelFileDescriptor.MODE_READ_ONLY);
    }

    private void read(String path) {
        // ruleid: android-java-content-provider-path-traversal
        FileInputStream in = new FileInputStream(path);
    }

    void own(String name) {
        // ok: android-java-content-provider-path-traversal
        File file = new File(folder, name);
    }
}
