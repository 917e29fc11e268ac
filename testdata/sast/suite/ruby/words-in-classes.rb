# ruleid: ruby-words-in-classes-word, ruby-words-in-classes-call
class Mill
  guard with: :latch
end
# ruleid: ruby-words-in-classes-word, ruby-words-in-classes-call
class Barn
  guard
end
# ruleid: ruby-words-in-classes-without
class Shed
  open
end
# ruleid: ruby-words-in-classes-without
class Loft < Barn
  def up
    # ok: ruby-words-in-classes-word, ruby-words-in-classes-call, ruby-words-in-classes-without, ruby-words-in-classes-super, ruby-words-in-classes-not, ruby-words-in-classes-sign
    super
    # ruleid: ruby-words-in-classes-super
    super(1)
    # ruleid: ruby-words-in-classes-not, ruby-words-in-classes-sign
    not wind
    # ruleid: ruby-words-in-classes-not, ruby-words-in-classes-sign
    !wind
    # ok: ruby-words-in-classes-word, ruby-words-in-classes-call, ruby-words-in-classes-without, ruby-words-in-classes-super, ruby-words-in-classes-not, ruby-words-in-classes-sign
    wind != rain
  end
end
