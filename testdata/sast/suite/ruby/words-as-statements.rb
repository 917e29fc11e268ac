# ruleid: ruby-words-as-statements-with
class Shelf < Base
  guarded
  sorted :name
end
# ruleid: ruby-words-as-statements-with
class Box < Base
  guarded
end
# ruleid: ruby-words-as-statements-with
class Tin < Base
  guarded only: :open
end
# ok: ruby-words-as-statements-with
class Sack < Base
  other
end
