class FormulaController < ApplicationController
  def run
    # ruleid: ruby-code-injection
    @result = eval(params[:formula])
    # ruleid: ruby-code-injection
    @result = eval("#{params[:a]} + 1")
    # ruleid: ruby-code-injection
    Item.class_eval("def #{params[:name]}; end")
    # ruleid: ruby-code-injection
    @item.instance_eval(request.body.read)
    check(params[:rule])
  end

  def safe
    # ok: ruby-code-injection
    @result = eval("1 + 2")
    # ok: ruby-code-injection
    @result = eval("#{params[:a].to_i} + 1")
    # ok: ruby-code-injection
    @item.instance_eval { @name = params[:name] }
    # ok: ruby-code-injection
    @result = Calculator.evaluate(params[:formula])
    # ok: ruby-code-injection
    @result = redis.get(params[:key])
  end

  private

  def check(rule)
    # ruleid: ruby-code-injection
    eval("lambda { |item| #{rule} }")
  end
end

class Redirects
  def target(request, &options)
    options = params[:options]
    # ok: ruby-code-injection
    instance_eval(&options)
  end
end
