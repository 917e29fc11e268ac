# ruleid: ruby-symbols-as-keys-name, ruby-symbols-as-keys-sign
grind({grain: 1})
# ruleid: ruby-symbols-as-keys-name, ruby-symbols-as-keys-any
grind({:grain => 2})
# ok: ruby-symbols-as-keys-name, ruby-symbols-as-keys-any, ruby-symbols-as-keys-sign
grind({"grain" => 3})
# ruleid: ruby-symbols-as-keys-name, ruby-symbols-as-keys-sign
mill = {wheel: 4, grain: 5}
# ok: ruby-symbols-as-keys-name, ruby-symbols-as-keys-any, ruby-symbols-as-keys-sign
store({oats: 6})
